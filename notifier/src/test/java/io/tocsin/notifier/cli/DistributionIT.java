package io.tocsin.notifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution as it is installed: the script and what the build made, without sources. */
class DistributionIT {
  private static final String EXAMPLE = "../examples/dingtalk/";
  private static final List<String> NOTIFY =
      List.of(
          "template",
          "notify",
          "app-sync-change",
          EXAMPLE + "guestbook.yaml",
          "--config-map",
          EXAMPLE + "argocd-notifications-cm.yaml",
          "--secret",
          EXAMPLE + "argocd-notifications-secret.yaml");

  @TempDir private Path installed;
  private Path home;

  /** What a process said. */
  private record Said(int code, String out, String err) {}

  @BeforeEach
  void install() throws IOException {
    home = installed.resolve("notifier/target/tocsin");
    copy(Path.of("target/tocsin"), home);
    copy(Path.of("../tocsin"), installed.resolve("tocsin"));
  }

  @Test
  void classesComeFromTheArchiveEvenWhereTheDistributionWasMoved() {
    assertThat(archive()).exists();
    assertThat(tocsin("-Xlog:class+load", "template", "--help").out())
        .contains("io.tocsin.notifier.cli.TemplateCommand source: shared objects file");
  }

  @Test
  void aControllerLoadsWhatTheBuildSawOneLoadEvenWhereTheDistributionWasMoved() {
    assertThat(cache()).exists();
    assertThat(tocsin("-Xlog:class+load", "controller", "--help").out())
        .contains("io.tocsin.notifier.cli.ControllerCommand source: shared objects file")
        .contains("picocli.CommandLine source: shared objects file");
  }

  @Test
  void aCacheForControllersThatIsNoneIsPassedOverInSilence() throws IOException {
    Said with = tocsin("", "controller", "--help");
    Files.writeString(cache(), "made by another JDK");
    assertThat(tocsin("", "controller", "--help")).isEqualTo(with);
    Files.delete(cache());
    assertThat(tocsin("", "controller", "--help")).isEqualTo(with);
    assertThat(with.out()).contains("--processors-count");
    assertThat(with.err()).isEmpty();
  }

  @Test
  void commandsSayTheSameWithoutAnArchive() throws IOException {
    Said with = tocsin("", NOTIFY);
    Files.delete(archive());
    Said without = tocsin("", NOTIFY);
    assertThat(with.code()).isZero();
    assertThat(with.out()).contains("msgtype");
    assertThat(without).isEqualTo(with);
  }

  @Test
  void aChangedJarRunsAndNotWhatTheArchiveRemembersOfIt() throws IOException {
    assertThat(tocsin("", "--version").out()).startsWith("tocsin ");
    replace("Version.class", "tocsin \u0001", "TOCSIN \u0001");
    Said changed = tocsin("", "--version");
    assertThat(changed.out()).startsWith("TOCSIN ");
    assertThat(changed.err()).isEmpty();
  }

  @Test
  void anArchiveThatIsNoneIsPassedOverInSilence() throws IOException {
    Files.writeString(archive(), "made by another JDK");
    Said said = tocsin("", "--version");
    assertThat(said.code()).isZero();
    assertThat(said.out()).startsWith("tocsin ");
    assertThat(said.err()).isEmpty();
  }

  @Test
  void aControllerGetsTheFullCompilerAndShortCommandsTheFastOne() {
    assertThat(tocsin("-XX:+PrintFlagsFinal", "controller", "--help").out())
        .containsPattern("TieredStopAtLevel += 4 ");
    assertThat(tocsin("-XX:+PrintFlagsFinal", "template", "--help").out())
        .containsPattern("TieredStopAtLevel += 1 ")
        .containsPattern("UseSerialGC += true ");
  }

  private Path archive() {
    return home.resolve("tocsin.jsa");
  }

  private Path cache() {
    return home.resolve("controller.aot");
  }

  private Said tocsin(String options, String... command) {
    return tocsin(options, List.of(command));
  }

  private Said tocsin(String options, List<String> command) {
    List<String> line = new ArrayList<>(List.of(installed.resolve("tocsin").toString()));
    line.addAll(command);
    Path out = installed.resolve("out");
    Path err = installed.resolve("err");
    ProcessBuilder process =
        new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    process.environment().put("TOCSIN_JAVA_OPTS", options);
    try {
      int code = process.start().waitFor();
      return new Said(code, Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void replace(String type, String text, String by) throws IOException {
    Path jar;
    try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
      jar =
          jars.filter(file -> file.getFileName().toString().startsWith("notifier-"))
              .findFirst()
              .orElseThrow();
    }
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      Path file = files.getPath("io/tocsin/notifier/cli", type);
      String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(bytes).contains(text);
      Files.writeString(file, bytes.replace(text, by), StandardCharsets.ISO_8859_1);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            to.resolve(from.relativize(file).toString()),
            StandardCopyOption.COPY_ATTRIBUTES,
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
