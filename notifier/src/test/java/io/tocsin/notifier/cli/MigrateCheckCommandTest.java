package io.tocsin.notifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.Board;
import io.tocsin.notifier.config.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class MigrateCheckCommandTest {
  private static final Path CASES = Path.of("src/test/resources/migrate");

  @TempDir private Path folder;

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatDiffersIsSaidWithWhatToDo(Path file) throws IOException {
    Run run = Run.of("migrate", "check", file.toString());

    String expected =
        Files.readString(Path.of(file.toString().replaceFirst("\\.yaml$", ".expected")));
    assertThat(run.out().replace(CASES + "/", "")).isEqualTo(expected);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(code(expected));
  }

  private static int code(String printed) {
    if (printed.lines().anyMatch(line -> line.startsWith("error: "))) {
      return 2;
    }
    return printed.lines().anyMatch(line -> line.startsWith("warning: ")) ? 1 : 0;
  }

  @Test
  void theClusterIsReadAsFilesAre() throws IOException {
    try (Board board = new Board()) {
      board.apply(Files.readString(CASES.resolve("applications.yaml")));
      Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), board.kubeconfig());

      Run run = Run.of("migrate", "check", "-n", "argocd", "--kubeconfig", kubeconfig.toString());

      assertThat(run.err()).isEmpty();
      assertThat(run.out())
          .contains("Deployment argocd/argocd-notifications-controller: spec.replicas: ")
          .contains("AppProject argocd/default: ", "Application argocd/full: ")
          .contains("\n0 errors, 4 warnings, 2 notes");
      assertThat(run.code()).isOne();
    }
  }

  @Test
  void programsGetJson() {
    Run run =
        Run.of("migrate", "check", "-o", "json", CASES.resolve("self-service.yaml").toString());

    Map<String, Object> answer = Yaml.mapping(run.out());
    assertThat(answer).containsEntry("errors", 2L).containsEntry("warnings", 0L);
    assertThat((List<?>) answer.get("differences"))
        .first()
        .asString()
        .contains("object=ConfigMap payments/argocd-notifications-cm")
        .contains("key=service.webhook.near", "severity=error", "advice=move the service");
  }

  @Test
  void whatCannotBeCheckedIsAnError() throws IOException {
    try (Board board = new Board()) {
      Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), board.kubeconfig());

      Run run = Run.of("migrate", "check", "-n", "argcd", "--kubeconfig", kubeconfig.toString());

      assertThat(run.err())
          .isEqualTo(
              "tocsin: ConfigMap argcd/argocd-notifications-cm does not exist: there is no"
                  + " namespace argcd\n");
      assertThat(run.code()).isEqualTo(2);
    }
    assertThat(Run.of("migrate", "check", "nowhere.yaml").code()).isEqualTo(2);
    assertThat(Run.of("migrate").code()).isEqualTo(2);
  }
}
