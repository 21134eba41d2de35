package io.tocsin.notifier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.notifier.Board;
import io.tocsin.notifier.cluster.ControllerOptions;
import io.tocsin.notifier.cluster.NotificationController;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.observability.Metrics;
import io.tocsin.notifier.pipeline.PipelineListener;
import io.tocsin.services.http.ExchangeListener;
import io.tocsin.services.spi.ServiceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ClusterCommandsTest {
  private static final String CONFIGURATION =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: argocd-notifications-cm, namespace: argocd}
      data:
        service.webhook.hook: "{url: RECEIVER, retryMax: 0}"
        template.t: |
          webhook: {hook: {method: POST, body: '{{.app.metadata.name}}'}}
        trigger.on-bad: |
          - {when: app.status.phase == 'Bad', oncePer: app.metadata.name, send: [t], description: It is bad}
        trigger.on-worse: |
          - {when: app.status.phase == 'Bad' && app.status.age > 5, send: [missing]}
        subscriptions: "- {recipients: [hook], triggers: [on-bad, on-worse, on-bat]}"
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: argocd-notifications-secret, namespace: argocd}
      """;

  @TempDir private Path folder;

  private final Board board = new Board();
  private final KubernetesClient client = board.client();
  private NotificationController controller;
  private String kubeconfig;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    Path file = folder.resolve("kubeconfig");
    Files.writeString(file, board.kubeconfig());
    kubeconfig = file.toString();
    board.apply(CONFIGURATION);
    controller =
        new NotificationController(
            client,
            ControllerOptions.in("argocd"),
            new NotificationController.Parts(
                Setup.reader(text -> {}, ExchangeListener.NONE),
                Optional.empty(),
                Setup.helpers(),
                ServiceState.NONE,
                new Metrics(Clock.systemUTC()),
                new PipelineListener() {},
                Clock.systemUTC()));
    controller.start(() -> false);
    controller.lead();
  }

  @AfterEach
  void close() {
    controller.close();
    client.close();
    board.close();
  }

  @Test
  void explainSaysWhoWasToldAndWhyNot() {
    board.application("argocd", "guestbook", "Bad");
    board.awaitTold("/ guestbook");
    await().until(() -> !board.annotation("argocd", "guestbook").isEmpty());

    Run run = run("explain", "guestbook");

    assertThat(run.err()).isEmpty();
    assertThat(run.out().replaceAll("told at \\S+", "told at TIME"))
        .isEqualTo(
            """
            Application argocd/guestbook

            on-bad → hook
              from the ConfigMap's subscriptions
              ✓ true:  It is bad, once per guestbook
                  told at TIME

            on-worse → hook
              from the ConfigMap's subscriptions
              ! template missing is not configured
              ! failed: app.status.phase == 'Bad' && app.status.age > 5
                  app.status.age > 5: ERROR invalid operation: <nil> > int (1:45)
                  nothing to tell

            on-bat → hook
              from the ConfigMap's subscriptions
              ! trigger on-bat is not configured; did you mean on-bad?
            """);
  }

  @Test
  void explainSaysThatTheLastGoodVersionOfABrokenKeyGoesOn() {
    board.apply(
        CONFIGURATION.replace("when: app.status.phase == 'Bad', once", "when: app. ==, once"));
    board.application("argocd", "guestbook", "Bad");

    assertThat(run("explain", "guestbook", "--trigger", "on-bad").out())
        .containsPattern(
            "! trigger on-bad cannot be used: trigger.on-bad: .*; a controller that has read a good"
                + " version of it goes on with that\n");
    board.awaitTold("/ guestbook");
  }

  @Test
  void explainCanBeReadByPrograms() {
    board.application("argocd", "guestbook", "Good");

    Run run = run("explain", "argocd/guestbook", "--trigger", "on-bad", "-o", "json");

    Map<String, Object> report = Yaml.mapping(run.out());
    assertThat(report.get("application")).isEqualTo("argocd/guestbook");
    assertThat((List<?>) report.get("subscriptions"))
        .singleElement()
        .asString()
        .contains("trigger=on-bad", "value=false", "app.status.phase = \"Good\"");
  }

  @Test
  void explainNamesAnApplicationThatIsNotThere() {
    Run run = run("explain", "nobody");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("tocsin: Application argocd/nobody does not exist\n");
  }

  @Test
  void deadLettersAreListedShownAndSentAgain() {
    board.answers(400);
    board.application("argocd", "guestbook", "Bad");
    await().until(() -> !run("deliveries", "list", "-o", "name").out().isEmpty());
    String id = run("deliveries", "list", "-o", "name").out().strip();

    assertThat(run("deliveries", "list").out())
        .startsWith("ID ")
        .contains("DIED", "argocd/guestbook", "on-bad", "hook", "400 Bad Request");
    assertThat(Yaml.mapping(run("deliveries", "show", id).out()))
        .containsEntry("trigger", "on-bad")
        .containsEntry("application", "argocd/guestbook");
    assertThat(run("explain", "guestbook").out())
        .containsPattern("given up at \\S+:\\d\\dZ after 1 attempt: ")
        .contains("400 Bad Request", "tocsin deliveries resend " + id + " -n argocd\n");

    Run refused = run("deliveries", "resend", id);

    assertThat(refused.out())
        .startsWith(id + ": hook was not told of argocd/guestbook, again: ")
        .contains("400 Bad Request")
        .endsWith("`tocsin deliveries list -n argocd` shows what is left.\n");
    assertThat(refused.code()).isEqualTo(1);

    board.answers(200);
    Run resent = run("deliveries", "resend", id);

    assertThat(resent.out()).isEqualTo(id + ": hook was told of argocd/guestbook\n");
    board.awaitTold("/ guestbook");
    await().until(() -> run("deliveries", "list").out().equals("No message failed for good.\n"));
  }

  @Test
  void whatIsNotSentInTimeIsSaid() {
    board.answers(400);
    board.application("argocd", "guestbook", "Bad");
    await().until(() -> !run("deliveries", "list", "-o", "name").out().isEmpty());
    controller.close();

    assertThat(run("deliveries", "resend", "--all", "--wait", "10ms").out())
        .contains("hook has not heard of argocd/guestbook again yet\n");
  }

  @Test
  void explainSaysWhatIsBeingTriedAgainAndWhy() {
    board.answers(503);
    board.application("argocd", "guestbook", "Bad");

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(run("explain", "guestbook", "--trigger", "on-bad").out())
                    .containsPattern(
                        "not told yet, is being tried again [(]as of \\S+Z[)]: .*503"));
  }

  @Test
  void aNamespaceThatIsNotThereIsNamed() {
    for (List<String> command :
        List.of(
            List.of("deliveries", "list"),
            List.of("mute", "list"),
            List.of("explain", "guestbook"))) {
      List<String> whole = new ArrayList<>(command);
      whole.addAll(List.of("--kubeconfig", kubeconfig, "-n", "argcd"));

      Run run = Run.of(whole.toArray(String[]::new));

      assertThat(run.err()).contains("there is no namespace argcd\n");
      assertThat(run.code()).isEqualTo(1);
    }
  }

  @Test
  void whatToResendMustBeSaid() {
    assertThat(run("deliveries", "resend").err())
        .startsWith("tocsin: deliveries resend: give either --all or the IDs of messages");
    assertThat(run("deliveries", "resend", "abc").err())
        .isEqualTo(
            "tocsin: there is no message abc; `tocsin deliveries list -n argocd` shows those there are\n");
  }

  @Test
  void aMuteIsMadeListedExplainedAndEnded() {
    Run made = run("mute", "guestbook", "--for", "2h", "--reason", "a move");
    String id = made.out().replaceAll("(?s).*mute remove (\\w+).*", "$1");
    board.application("argocd", "guestbook", "Bad");

    assertThat(made.out()).startsWith("muted argocd/guestbook until ");
    assertThat(run("mute", "list").out()).contains(id, "argocd/guestbook", "a move");
    await()
        .untilAsserted(
            () ->
                assertThat(run("explain", "guestbook").out())
                    .contains("muted until", ": a move", "muted: told when the mute ends"));
    assertThat(board.told()).isEmpty();

    assertThat(run("mute", "remove", id).out()).isEqualTo("argocd/guestbook is no longer muted\n");
    board.awaitTold("/ guestbook");
    assertThat(run("mute", "list").out()).isEqualTo("Nothing is muted.\n");
  }

  @Test
  void aMuteThatIsWrongSaysHow() {
    assertThat(run("mute", "a").err()).startsWith("tocsin: mute: --for is missing");
    assertThat(run("mute", "--for", "2h").err())
        .startsWith("tocsin: mute: give either an APP or --selector");
    assertThat(run("mute", "a", "--for", "soon").err())
        .startsWith("tocsin: mute: --for: 'soon' is no duration such as 90s, 30m or 2h");
    assertThat(run("mute", "--selector", "a in (", "--for", "2h").err())
        .startsWith("tocsin: mute: --selector: 'a in (': ");
    assertThat(run("mute", "remove", "x").err())
        .isEqualTo(
            "tocsin: there is no mute x; `tocsin mute list -n argocd` shows those there are\n");
  }

  private Run run(String... arguments) {
    return Run.of(
        Stream.concat(
                Arrays.stream(arguments), Stream.of("--kubeconfig", kubeconfig, "-n", "argocd"))
            .toArray(String[]::new));
  }
}
