package io.tocsin.notifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class MigrateKubewatchCommandTest {
  private static final Path CASES = Path.of("src/test/resources/kubewatch");

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .filter(file -> !file.toString().endsWith(".expected"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void manifestsArePrinted(Path file) throws IOException {
    Run run = Run.of("migrate", "kubewatch", file.toString());

    String expected =
        Files.readString(Path.of(file.toString().replaceFirst("\\.\\w+$", ".expected")));
    assertThat(run.out()).isEqualTo(expected);
    assertThat(run.err())
        .isEqualTo(
            expected
                .lines()
                .filter(line -> line.matches("# (note|error): .*"))
                .map(line -> line.substring(2) + System.lineSeparator())
                .reduce("", String::concat));
    assertThat(run.code())
        .isEqualTo(expected.contains("# error:") ? 2 : expected.startsWith("#") ? 1 : 0);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theLintFindsNothing(Path file) {
    Run run = Run.of("config", "lint", file.toString().replaceFirst("\\.\\w+$", ".expected"));

    assertThat(run.out()).startsWith("nothing found: ");
  }

  @Test
  void standardInputIsRead() throws IOException {
    InputStream before = System.in;
    System.setIn(
        new ByteArrayInputStream(
            Files.readString(CASES.resolve("flock.yaml")).getBytes(StandardCharsets.UTF_8)));
    try {
      Run run = Run.of("migrate", "kubewatch", "-", "-n", "argocd");

      assertThat(run.code()).isZero();
      assertThat(run.out()).contains("  namespace: argocd", "service.webhook.kubewatch-flock: |");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void aFileThatCannotBeReadIsNamed() {
    Run run = Run.of("migrate", "kubewatch", "nowhere.yaml");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("file nowhere.yaml does not exist");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aFileThatIsNoMappingIsNamed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("list.yaml"), "- handler");

    Run run = Run.of("migrate", "kubewatch", file.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("tocsin: file " + file + " must be a mapping, but is a list");
  }
}
