import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the program runs on: Java's runtime, a shell for the script, and their libraries. */
final class Base {
  /** Those that the jars refer to, but for java.desktop, which only unused classes do. */
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.rmi",
          "java.scripting",
          "java.security.jgss",
          "java.sql",
          "java.xml",
          "jdk.crypto.ec",
          "jdk.httpserver",
          "jdk.management",
          "jdk.unsupported");

  private static final List<String> PROGRAMS = List.of("/bin/bash", "/usr/bin/env");
  private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x\\p{XDigit}+\\)");

  private static final String PASSWD =
      """
      root:x:0:0:root:/root:/bin/bash
      nonroot:x:65532:65532:nonroot:/tmp:/bin/bash
      """;
  private static final String GROUP =
      """
      root:x:0:
      nonroot:x:65532:
      """;

  private final Path root;

  private Base(Path root) {
    this.root = root;
  }

  /** Fills an empty folder. */
  static void make(Path root, FileTime time) throws IOException, InterruptedException {
    Base base = new Base(root);
    Path java = root.resolve(Image.JAVA);
    base.runtime(java);
    base.programs(java);
    base.settings();
    Image.timed(root, time);
    archive(java);
    Image.timed(root, time);
  }

  private void runtime(Path java) throws IOException, InterruptedException {
    Files.createDirectories(java.getParent());
    Commands.run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
            "--add-modules",
            String.join(",", MODULES),
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--compress=zip-6",
            "--output",
            java.toString()));
  }

  /** The JVM's own archive for controllers, which runtimes of jlink come without. */
  private static void archive(Path java) throws IOException, InterruptedException {
    Commands.run(
        List.of(
            java.resolve("bin/java").toString(),
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseSerialGC",
            "-Xshare:dump"));
  }

  private void programs(Path java) throws IOException, InterruptedException {
    List<String> binaries = new ArrayList<>(PROGRAMS);
    binaries.add(java.resolve("bin/java").toString());
    try (Stream<Path> libraries = Files.walk(java.resolve("lib"))) {
      libraries
          .map(Path::toString)
          .filter(file -> file.endsWith(".so"))
          .sorted()
          .forEach(binaries::add);
    }
    Set<String> files = new TreeSet<>(PROGRAMS);
    for (String binary : binaries) {
      libraries(binary).filter(file -> !file.startsWith(root.toString())).forEach(files::add);
    }
    for (String file : files) {
      Path copy = root.resolve(file.substring(1));
      Files.createDirectories(copy.getParent());
      Files.copy(Path.of(file).toRealPath(), copy);
      Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static Stream<String> libraries(String binary) throws IOException, InterruptedException {
    return LIBRARY
        .matcher(Commands.run(List.of("ldd", binary)))
        .results()
        .map((MatchResult library) -> library.group(1))
        .collect(Collectors.toSet())
        .stream();
  }

  private void settings() throws IOException, InterruptedException {
    for (String folder : List.of("etc", "proc", "sys", "dev", "root")) {
      Files.createDirectories(root.resolve(folder));
    }
    Path tmp = Files.createDirectories(root.resolve("tmp"));
    Commands.run(List.of("chmod", "1777", tmp.toString()));
    Files.writeString(root.resolve("etc/passwd"), PASSWD);
    Files.writeString(root.resolve("etc/group"), GROUP);
    Files.writeString(root.resolve("etc/nsswitch.conf"), "hosts: files dns\n");
    Files.copy(Path.of("/etc/os-release").toRealPath(), root.resolve("etc/os-release"));
  }
}
