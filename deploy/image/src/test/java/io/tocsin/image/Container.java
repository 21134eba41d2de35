package io.tocsin.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Runs programs in an image's files as a cluster does: as the image's user, everything read-only
 * but {@code /tmp}, in a mount namespace of its own. Needs root and {@code unshare}.
 */
final class Container {
  private static final String ENTER =
      """
      root=$1 tmp=$2 user=$3; shift 3
      mount --bind "$root" "$root" && mount -o remount,bind,ro "$root" \\
        && mount --bind "$tmp" "$root/tmp" && mount --rbind /proc "$root/proc" \\
        && mount --rbind /dev "$root/dev" && exec chroot --userspec="$user" "$root" "$@"
      """;

  private final ImageFile image;
  private final Path tmp;
  private final Path output;

  /** Whether it can be done here. */
  static boolean possible() throws IOException, InterruptedException {
    return new ProcessBuilder("unshare", "-m", "sh", "-c", "mount --bind /tmp /tmp")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  /**
   * Runs nothing yet.
   *
   * @param folder for what programs write
   */
  Container(ImageFile image, Path folder) throws IOException {
    this.image = image;
    tmp = Files.createDirectories(folder.resolve("tmp"));
    output = Files.createDirectories(folder.resolve("output"));
    Files.setPosixFilePermissions(tmp, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  /** What a program printed, both streams as one. */
  record Said(int code, String text) {}

  /** Runs a program to its end. */
  Said run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Running running = start("run", environment, command);
    int code = running.process().waitFor();
    return new Said(code, running.text());
  }

  /** A program that has not ended. */
  record Running(Process process, Path output) {
    String text() throws IOException {
      return Files.readString(output);
    }
  }

  /** Starts a program; the caller's to stop. */
  Running start(String name, Map<String, String> environment, String... command)
      throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                "unshare",
                "-m",
                "/bin/sh",
                "-c",
                ENTER,
                "sh",
                image.root().toString(),
                tmp.toString(),
                image.config().get("User").asString()));
    line.addAll(List.of(command));
    Path file = output.resolve(name);
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(file.toFile());
    String path = builder.environment().get("PATH");
    builder.environment().clear();
    for (JsonNode variable : image.config().get("Env")) {
      String[] parts = variable.asString().split("=", 2);
      builder.environment().put(parts[0], parts[1]);
    }
    builder.environment().merge("PATH", path, (mine, host) -> mine + ":" + host);
    builder.environment().putAll(environment);
    return new Running(builder.start(), file);
  }
}
