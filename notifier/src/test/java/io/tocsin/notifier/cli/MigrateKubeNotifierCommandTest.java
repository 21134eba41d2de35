package io.tocsin.notifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MigrateKubeNotifierCommandTest {
  private static final Path FOLDER = Path.of("src/test/resources/kubenotifier");

  @ParameterizedTest
  @CsvSource({"all-conditions, 0", "any-conditions, 1", "several, 2"})
  void manifestsArePrintedBelowTheNotes(String name, int code) throws IOException {
    Run run = Run.of("migrate", "kube-notifier", "-n", "argocd", FOLDER.resolve(name) + ".yaml");

    String expected = Files.readString(FOLDER.resolve(name + ".expected"));
    assertThat(run.out()).isEqualTo(expected);
    assertThat(run.err()).isEqualTo(comments(expected));
    assertThat(run.code()).isEqualTo(code);
  }

  /** The notes, which the comments before the manifests repeat. */
  private static String comments(String printed) {
    return printed
        .lines()
        .takeWhile(line -> line.startsWith("# "))
        .map(line -> line.substring(2) + "\n")
        .reduce("", String::concat);
  }

  @Test
  void filesBecomeOneConfiguration() {
    Run run =
        Run.of(
            "migrate",
            "kube-notifier",
            FOLDER.resolve("all-conditions.yaml").toString(),
            FOLDER.resolve("json-path.yaml").toString());

    assertThat(run.out())
        .contains("\n    - resources:\n      - reports\n")
        .contains("\n    - resources:\n      - shop-web\n")
        .containsOnlyOnce("kind: ConfigMap");
    assertThat(run.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "src/test/resources/troubleshooting/cm.yaml, no Notification of argoproj.io in src/test",
    "none.yaml, file none.yaml does not exist",
    "src/test/resources/kubenotifier, cannot be read"
  })
  void whatHoldsNoneIsNamed(String file, String sentence) {
    Run run = Run.of("migrate", "kube-notifier", file);

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(sentence);
    assertThat(run.code()).isEqualTo(2);
  }
}
