package io.tocsin.notifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.demo.DingTalkRobot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebugCommandsTest {
  private static final Path EXAMPLE = Path.of("../examples/dingtalk");
  private static final String TOKEN = "31429a8a66c8cd5beb7c4295ce592ac3";

  @TempDir private Path folder;

  private final List<DingTalkRobot.Request> requests = new CopyOnWriteArrayList<>();
  private DingTalkRobot robot;
  private String configMap;
  private String secret;
  private String application;

  @BeforeEach
  void setUp() throws IOException {
    robot =
        new DingTalkRobot(
            new DingTalkRobot.Settings(TOKEN, Optional.of("ArgoCD"), Optional.empty()),
            requests::add,
            Clock.systemUTC());
    String config =
        Files.readString(EXAMPLE.resolve("argocd-notifications-cm.yaml"))
            .replace("https://oapi.dingtalk.com", robot.url());
    configMap = file("cm.yaml", config);
    secret =
        file(
            "secret.yaml",
            Files.readString(EXAMPLE.resolve("argocd-notifications-secret.yaml"))
                .replace("replace-with-the-token-of-your-robot", TOKEN));
    application =
        file(
            "app.yaml",
            """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: guestbook, namespace: argocd}
            spec: {project: default}
            status:
              sync: {status: Synced, revision: 53e28ff}
              health: {status: Healthy}
              operationState: {phase: Succeeded, startedAt: "2021-07-03T12:53:44Z"}
            """);
  }

  @AfterEach
  void tearDown() {
    robot.close();
  }

  @Test
  void notifyShowsRequestAndResponseButNeverTheToken() {
    Run run = notify("app-sync-change", application, "--recipient", "dingtalk");

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            """
            DEBU[0000] Sending request: POST /robot/send?access_token=*** HTTP/1.1
            Host: 127.0.0.1:%s
            Content-Type: application/json

            {
                "msgtype": "markdown",
                "markdown": {
                    "title":"ArgoCD同步状态",
                    "text": "### ArgoCD同步状态\\n> - app名称: guestbook\\n> - app同步状态: Succeeded\\n> - 时间:2021-07-03T12:53:44Z\\n> - URL: [点击跳转ArgoCD](http://argocd.k8s.local/applications/guestbook?operation=true) \\n"
                }
            }
             service=dingtalk
            """
                    .formatted(robot.url().replaceFirst(".*:", ""))
                + run.err().substring(run.err().indexOf("DEBU[0000] Received response")));
    assertThat(run.err())
        .contains("Received response: HTTP/1.1 200 OK\n")
        .contains("{\"errcode\":0,\"errmsg\":\"ok\"} service=dingtalk")
        .doesNotContain(TOKEN);
    assertThat(requests).hasSize(1);
  }

  @Test
  void webhookPrefixedRecipientsMeanTheSameService() {
    assertThat(notify("app-sync-change", application, "--recipient", "webhook:dingtalk").code())
        .isZero();
    assertThat(requests).hasSize(1);
  }

  @Test
  void anAnswerOf200WithAnErrcodeIsAFailureAndSaysWhy() throws IOException {
    configMap = file("cm.yaml", Files.readString(Path.of(configMap)).replace("ArgoCD", "Argo"));

    Run run = notify("app-sync-change", application, "--recipient", "dingtalk");

    assertThat(run.code()).isOne();
    assertThat(run.err())
        .contains("tocsin: failed to notify 'dingtalk': ")
        .contains("310000")
        .contains("keywords not in content")
        .doesNotContain(TOKEN);
  }

  @Test
  void withoutARecipientTheNotificationIsPrinted() {
    Run run = notify("app-sync-change", application);

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("webhook:").contains("app名称: guestbook");
    assertThat(requests).isEmpty();
  }

  @Test
  void unknownNamesAreSaidWithWhatThereIs() {
    assertThat(notify("app-sync-chang", application).err())
        .isEqualTo(
            "tocsin: template 'app-sync-chang' does not exist (found app-sync-change); did you mean"
                + " app-sync-change?\n");
    assertThat(notify("app-sync-change", application, "--recipient", "slack:x").err())
        .isEqualTo("tocsin: service 'slack' does not exist (found console, dingtalk)\n");
    assertThat(notify("app-sync-change", application, "--recipient", "slack:x").code()).isOne();
  }

  @Test
  void aMissingSecretKeyIsNamed() {
    secret = ":empty";

    Run run = notify("app-sync-change", application, "--recipient", "dingtalk");

    assertThat(run.code()).isOne();
    assertThat(run.err())
        .isEqualTo(
            "tocsin: service.webhook.dingtalk: refers in url to $dingtalk-token, but the Secret has"
                + " no key dingtalk-token\n");
  }

  @Test
  void missingFilesAndObjectsAreNamed() throws IOException {
    assertThat(
            Run.of("template", "get", "--config-map", "nowhere.yaml", "--secret", ":empty").err())
        .isEqualTo("tocsin: file nowhere.yaml does not exist\n");
    assertThat(Run.of("template", "get", "--config-map", application, "--secret", ":empty").err())
        .isEqualTo("tocsin: file " + application + " has no ConfigMap argocd-notifications-cm\n");
    String broken = file("broken.yaml", "a: [");
    assertThat(Run.of("template", "get", "--config-map", broken, "--secret", ":empty").err())
        .startsWith("tocsin: file " + broken + " is not valid YAML: line ")
        .hasLineCount(1);
  }

  @Test
  void triggerRunShowsEachConditionAndItsResult() {
    Run run = offline("trigger", "run", "on-deployed", application);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            CONDITION                                                                                        RESULT
            app.status.operationState.phase in ['Succeeded'] and app.status.health.status == 'Healthy'  true
            """
                .replaceFirst("CONDITION +RESULT", "CONDITION" + " ".repeat(83) + "RESULT"));
  }

  @Test
  void triggersAndTemplatesAreListedInEachFormat() {
    assertThat(offline("trigger", "get", "-o", "name").out())
        .isEqualTo(
            """
            on-deployed
            on-health-degraded
            on-sync-failed
            on-sync-running
            on-sync-status-unknown
            on-sync-succeeded
            """);
    assertThat(offline("trigger", "get", "on-sync-running").out())
        .isEqualTo(
            """
            NAME             TEMPLATE         CONDITION
            on-sync-running  app-sync-change  app.status.operationState.phase in ['Running']
            """);
    assertThat(offline("trigger", "get", "on-sync-running", "-o", "yaml").out())
        .startsWith("on-sync-running:\n- description: Application is being synced\n");
    assertThat(offline("template", "get", "-o", "json").out())
        .startsWith("{\n  \"app-sync-change\" : {\n    \"webhook\" : {");
    assertThat(offline("template", "get").out())
        .startsWith("NAME             PREVIEW\napp-sync-change  {\"webhook\"");
  }

  @Test
  void wrongUsageHasItsOwnExitCode() {
    assertThat(Run.of("template").code()).isEqualTo(2);
    assertThat(Run.of("template", "notify", "only-one").code()).isEqualTo(2);
    assertThat(Run.of("no-such-command").code()).isEqualTo(2);
    assertThat(offline("trigger", "get", "-o", "xml").code()).isEqualTo(2);
  }

  @Test
  void completionCanBeGenerated() {
    assertThat(Run.of("generate-completion").out()).contains("complete -F").contains("template");
  }

  private Run notify(String template, String resource, String... more) {
    return offline(
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("template", "notify", template, resource),
                java.util.Arrays.stream(more))
            .toArray(String[]::new));
  }

  private Run offline(String... arguments) {
    return Run.of(
        java.util.stream.Stream.concat(
                java.util.Arrays.stream(arguments),
                java.util.stream.Stream.of("--config-map", configMap, "--secret", secret))
            .toArray(String[]::new));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
