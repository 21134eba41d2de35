package io.tocsin.notifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.Board;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandTest {
  private static final String FIRST =
      """
      at: "2026-06-01T12:00:00Z"
      object:
        kind: Application
        metadata: {name: guestbook, namespace: argocd, uid: u}
        status: {health: {status: Healthy}}
      """;

  @TempDir private Path folder;
  private String configMap;

  @BeforeEach
  void configure() throws IOException {
    configMap =
        file(
            "cm.yaml",
            """
            kind: ConfigMap
            metadata: {name: argocd-notifications-cm, namespace: argocd}
            data:
              service.webhook.hook: "{url: $hook, headers: [{name: Authorization, value: $token}]}"
              service.slack: "{token: $token}"
              template.bad: "{message: '{{.app.metadata.name}} is bad', webhook: {hook: {method: POST, body: 'bad'}}}"
              template.good: "message: it is well"
              trigger.on-bad: |
                - when: app.status.health.status == 'Degraded'
                  for: 5m
                  repeatEvery: 1h
                  send: [bad]
                  recovery: [good]
              subscriptions: "- {recipients: ['slack:ops', hook], triggers: [on-bad]}"
            """);
  }

  @Test
  void saysWhoWouldHaveBeenToldAndWhen() throws IOException {
    String events =
        file(
            "events.yaml",
            FIRST
                + """
                ---
                at: +1m
                patch: {metadata: {name: guestbook, namespace: argocd}, status: {health: {status: Degraded}}}
                ---
                at: +90m
                patch: {metadata: {name: guestbook, namespace: argocd}, status: {health: {status: Healthy}}}
                ---
                at: +1h
                gone: argocd/guestbook
                """);

    Run run = simulate(events);

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            2026-06-01T12:06:00Z  argocd/guestbook  on-bad → hook  (bad)
            2026-06-01T12:06:00Z  argocd/guestbook  on-bad → slack:ops  (bad)
            2026-06-01T13:06:00Z  argocd/guestbook  on-bad → hook  (bad)
            2026-06-01T13:06:00Z  argocd/guestbook  on-bad → slack:ops  (bad)
            2026-06-01T13:31:00Z  argocd/guestbook  on-bad → hook  (good)
            2026-06-01T13:31:00Z  argocd/guestbook  on-bad → slack:ops  (good)
            6 messages.
            """);
    assertThat(run.code()).isZero();
  }

  @Test
  void showsTheMessagesWhereAsked() throws IOException {
    String events =
        file(
            "events.yaml",
            FIRST.replace("Healthy", "Degraded")
                + """
                ---
                at: +6m
                """);

    assertThat(simulate(events, "--messages").out())
        .contains("slack", "      guestbook is bad", "2 messages.");
  }

  @Test
  void aTriggerThatIsNotThereIsSaidWithTheOneThatWasMeant() throws IOException {
    Files.writeString(
        Path.of(configMap),
        Files.readString(Path.of(configMap)).replace("triggers: [on-bad]", "triggers: [on-bat]"));

    assertThat(simulate(file("events.yaml", FIRST)).err())
        .isEqualTo(
            "trigger on-bat, which is subscribed to, is not configured or is broken; did you mean"
                + " on-bad?\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "at: soon | 'soon' is no time such as 2026-06-01T12:00:00Z",
        "at: +soon | '+soon' is no duration such as +90s or +5m",
        "patch: {metadata: {name: x}} | the patch is of x, which was not seen before",
        "gone: x | x is gone, but was not seen before",
        "object: {kind: Application} | the object has no metadata.name",
        "at: '2020-01-01T00:00:00Z' | is before what stands above it",
      })
  void aDocumentThatIsWrongIsNamed(String document, String reason) throws IOException {
    String events = file("events.yaml", FIRST + "---\n" + document + "\n");

    Run run = simulate(events);

    assertThat(run.err()).contains("events.yaml: document 2: ", reason);
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void whatIsRecordedCanBeReplayed() throws IOException {
    try (Board board = new Board()) {
      String kubeconfig = file("kubeconfig", board.kubeconfig());
      board.applicationDegraded("argocd", "guestbook");
      Run recorded = Run.of("record", "--for", "300ms", "--kubeconfig", kubeconfig, "-n", "argocd");
      assertThat(recorded.err()).isEmpty();
      assertThat(recorded.out().lines()).hasSize(2);
      String more = recorded.out() + "{\"at\":\"+10m\"}\n";

      assertThat(simulate(file("events.jsonl", more)).out())
          .contains("argocd/guestbook  on-bad → hook  (bad)", "2 messages.");
      board.apply(
          "apiVersion: v1\n"
              + Files.readString(Path.of(configMap)).replace("for: 5m", "description: at once"));
      assertThat(
              Run.of(
                      "simulate",
                      "--record",
                      "300ms",
                      "--kubeconfig",
                      kubeconfig,
                      "-n",
                      "argocd",
                      "--secret",
                      ":empty")
                  .out())
          .contains("argocd/guestbook  on-bad → hook  (bad)", "2 messages.");
    }
  }

  private Run simulate(String events, String... more) {
    String[] arguments = {
      "simulate", "--events", events, "--config-map", configMap, "--secret", ":empty"
    };
    String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return Run.of(all);
  }

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return file.toString();
  }
}
