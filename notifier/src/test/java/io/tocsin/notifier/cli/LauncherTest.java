package io.tocsin.notifier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script in a checkout that was not built, with a Maven that only says that it was called. */
@Timeout(30)
class LauncherTest {
  private static final String MAVEN =
      """
      #!/bin/sh
      echo $$ >> FOLDER/started
      while [ ! -e FOLDER/go ]; do sleep 0.05; done
      mkdir -p FOLDER/checkout/notifier/target/tocsin
      echo none > FOLDER/checkout/notifier/target/tocsin/classpath
      """;

  @TempDir private Path folder;

  @BeforeEach
  void checkout() throws IOException {
    Path root = folder.resolve("checkout");
    for (String module : List.of("templates", "triggers", "services", "embedded", "controller")) {
      Files.createDirectories(root.resolve(module + "/src/main"));
      Files.writeString(root.resolve(module + "/pom.xml"), "");
    }
    for (String name : List.of("notifier/src/main", "build", "deploy/crds", "examples")) {
      Files.createDirectories(root.resolve(name));
    }
    Files.writeString(root.resolve("pom.xml"), "");
    Files.copy(Path.of("../tocsin"), root.resolve("tocsin"));
    Path maven = Files.createDirectories(folder.resolve("bin")).resolve("mvn");
    Files.writeString(maven, MAVEN.replace("FOLDER", folder.toString()));
    Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void twoFirstCallsBuildOnce() throws IOException, InterruptedException {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "flock"))),
        "flock is not on the path");
    Process first = tocsin("first");
    await().until(() -> !builds().isEmpty());
    Process second = tocsin("second");
    await().until(() -> Files.readString(folder.resolve("second")).contains("waiting for a build"));
    Files.writeString(folder.resolve("go"), "");
    first.waitFor();
    second.waitFor();

    assertThat(builds()).hasSize(1);
  }

  @Test
  void aScriptThatIsStoppedEndsItsBuild() throws IOException, InterruptedException {
    Process script = tocsin("first");
    await().until(() -> !builds().isEmpty());
    ProcessHandle build = ProcessHandle.of(Long.parseLong(builds().getFirst())).orElseThrow();
    script.destroy();
    script.waitFor();

    await().until(() -> !build.isAlive());
  }

  private List<String> builds() throws IOException {
    Path started = folder.resolve("started");
    return Files.exists(started) ? Files.readAllLines(started) : List.of();
  }

  private Process tocsin(String output) throws IOException {
    ProcessBuilder script =
        new ProcessBuilder(folder.resolve("checkout/tocsin").toString(), "--version")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(output).toFile());
    script.environment().put("JAVA_HOME", System.getProperty("java.home"));
    script.environment().merge("PATH", folder.resolve("bin") + ":", (path, bin) -> bin + path);
    return script.start();
  }
}
