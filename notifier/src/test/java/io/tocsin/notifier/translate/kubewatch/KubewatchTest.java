package io.tocsin.notifier.translate.kubewatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.config.Yaml;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** kubewatch's examples, translated, read and run: what they say in its very words. */
class KubewatchTest {
  private static final String POD =
      "{apiVersion: v1, kind: Pod, metadata: {name: web-1, namespace: shop}}";
  private static final String DEPLOYMENT =
      "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}}";
  private static final String UPDATED =
      "A `Deployment` in namespace `shop` has been `Updated`:\n`web`";
  private static final String SECRET =
      """
      apiVersion: v1
      kind: Secret
      metadata:
        name: login
        namespace: shop
        uid: a1b2
        resourceVersion: "7"
        annotations: {kubectl.kubernetes.io/last-applied-configuration: '{"data":"aHVudGVyMg=="}', owner: web}
      type: Opaque
      data: {password: aHVudGVyMg==}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pod | created | Pod | good | Created",
        "pod | updated | Pod | warning | Updated",
        "service | deleted | Service | danger | Deleted",
        "event | created | Event | good | Created"
      })
  void slackIsToldInAFieldOfAnAttachment(
      String resource, String event, String kind, String color, String reason) {
    Told told =
        Translated.file("slack.yaml")
            .message(resource, event, POD.replace("kind: Pod", "kind: " + kind));

    assertThat(told.recipient()).isEqualTo("kubewatch-slack:#cluster");
    assertThat(told.message()).isEmpty();
    String text = "A `%s` in namespace `shop` has been `%s`:\n`web-1`".formatted(kind, reason);
    assertThat(told.json("slack", "attachments"))
        .isEqualTo(
            List.of(
                Map.of(
                    "color",
                    color,
                    "mrkdwn_in",
                    List.of("fields"),
                    "fields",
                    List.of(Map.of("title", "kubewatch", "value", text, "short", false)))));
  }

  @Test
  void whatIsInNoNamespaceIsSaidToBeInAnEmptyOne() {
    Map<String, Object> body =
        Translated.file("webhook.yaml")
            .message("namespace", "deleted", "{kind: Namespace, metadata: {name: shop}}")
            .body();

    assertThat(body)
        .containsEntry("text", "A `Namespace` in namespace `` has been `Deleted`:\n`shop`")
        .containsEntry(
            "eventmeta",
            Map.of("kind", "Namespace", "name", "shop", "namespace", "", "reason", "Deleted"));
    assertThat(body.get("time").toString()).matches("\\d{4}-\\d\\d-\\d\\dT.*(Z|[+-]\\d\\d:\\d\\d)");
  }

  @Test
  void mattermostIsToldAsItsIncomingWebhooksAreByKubewatch() {
    Told told = Translated.file("mattermost.yaml").message("deployment", "updated", DEPLOYMENT);

    assertThat(told.body())
        .containsEntry("channel", "cluster")
        .containsEntry("username", "watcher")
        .containsEntry("text", "")
        .containsEntry("attachments", List.of(Map.of("title", UPDATED, "color", "#FFFF00")))
        .containsKey("icon_url")
        .hasSize(5);
  }

  @Test
  void flockIsTold() {
    Told told = Translated.file("flock.yaml").message("deployment", "deleted", DEPLOYMENT);

    assertThat(told.body())
        .isEqualTo(
            Yaml.mapping(
                """
                notification: Kubewatch Alert
                text: Kubewatch Alert
                attachments:
                - title: "A `Deployment` in namespace `shop` has been `Deleted`:\\n`web`"
                  color: "#FF0000"
                  views: {flockml: ""}
                """));
  }

  @Test
  void aHipChatServerIsToldInTheRoom() {
    Told told = Translated.file("hipchat.yaml").message("deployment", "created", DEPLOYMENT);

    assertThat(told.field("webhook", "kubewatch-hipchat", "path"))
        .isEqualTo("/room/team%20room/notification");
    assertThat(told.body())
        .isEqualTo(
            Map.of(
                "color", "green",
                "from", "kubewatch",
                "notify", true,
                "message", "A `Deployment` in namespace `shop` has been `Created`:\n`web`"));
  }

  @Test
  void aWebhookOfSlackIsTold() {
    Told told =
        Translated.file("crd.yaml")
            .message(
                "prometheusrules",
                "created",
                "{kind: PrometheusRule, metadata: {name: latency, namespace: shop}}");

    assertThat(told.body())
        .isEqualTo(
            Map.of(
                "channel", "#rules",
                "username", "watcher",
                "icon_emoji", ":eyes:",
                "text", "A `prometheusrules` in namespace `shop` has been `Created`:\n`latency`"));
  }

  @Test
  void larkIsToldAText() {
    Told told = Translated.file("lark.yaml").message("pod", "updated", POD);

    assertThat(told.message())
        .isEqualTo("A `Pod` in namespace `shop` has been `Updated`:\n`web-1`");
    assertThat(told.field("feishu", "msgType")).isEqualTo("text");
  }

  @Test
  void teamsIsToldByACard() {
    Told told = Translated.file("msteams.yaml").message("pod", "updated", POD);

    assertThat(told.json("teams", "template"))
        .isEqualTo(
            Yaml.mapping(
                """
                "@type": MessageCard
                "@context": http://schema.org/extensions
                themeColor: DEFF22
                summary: kubewatch notification received
                title: kubewatch
                sections:
                - activityTitle: "A `Pod` in namespace `shop` has been `Updated`:\\n`web-1`"
                  facts:
                  markdown: true
                """));
  }

  @Test
  void mailsHaveTheirSubjectAsItStands() {
    Translated smtp = Translated.file("smtp.yaml");
    Told told = smtp.message("configmap", "created", POD.replace("Pod", "ConfigMap"));

    assertThat(told.recipient()).isEqualTo("kubewatch-smtp:team@example.com, night@example.com");
    assertThat(told.field("email", "subject")).isEqualTo("Something in {{the}} cluster");
    assertThat(told.message())
        .isEqualTo("A `ConfigMap` in namespace `shop` has been `Created`:\n`web-1`");
    assertThat(smtp.configuration().resources().get("configmap").namespaces())
        .containsExactly("shop");
  }

  @Test
  void cloudEventsCarryTheObjects() {
    String old = "{apiVersion: v1, kind: Pod, metadata: {name: web-1}, spec: {nodeName: a}}";
    Map<String, Object> event =
        Translated.file("cloudevent.yaml").told("pod", "updated", old, POD).getFirst().body();

    assertThat(event)
        .containsEntry("specversion", "1.0")
        .containsEntry("type", "KUBERNETES_TOPOLOGY_CHANGE")
        .containsEntry("datacontenttype", "application/json")
        .containsKeys("id", "time", "source", "subject");
    assertThat(event.get("data"))
        .isEqualTo(
            Map.of(
                "operation", "update",
                "kind", "Pod",
                "clusterUid", "",
                "apiVersion", "v1",
                "description", "A `Pod` in namespace `shop` has been `Updated`:\n`web-1`",
                "obj", Yaml.mapping(POD),
                "oldObj", Yaml.mapping(old)));
  }

  @Test
  void cloudEventsMaskSecrets() {
    Told told =
        Translated.file("cloudevent.yaml").told("secret", "updated", SECRET, SECRET).getFirst();

    assertThat(told.body().toString())
        .doesNotContain("aHVudGVyMg")
        .contains("password=W3JlZGFjdGVkIGJ5IGt1YmV3YXRjaF0=", "owner=web", "type=Opaque");
    assertThat(told.body()).containsEntry("id", "a1b2-7-updated");
  }

  @Test
  void contentsOfSecretsAreInNoText() {
    Told told = Translated.file("sample.yaml").message("secret", "created", SECRET);

    assertThat(told.toString()).contains("`login`").doesNotContain("aHVudGVyMg");
  }

  @Test
  void valuesOfTheChartAreRead() {
    Translated chart = Translated.file("chart.yaml");

    assertThat(chart.configuration().resources().keySet())
        .containsExactlyInAnyOrder("daemonset", "deployment", "pod", "prometheusrules");
    assertThat(chart.configuration().resources().get("prometheusrules").namespaces())
        .containsExactly("shop");
    assertThat(chart.message("pod", "created", POD).recipient()).isEqualTo("kubewatch-mattermost");
  }

  @Test
  void aForkTellsAllItsHandlersWhatItIsSetTo() {
    Translated fork = Translated.file("fork.json");

    assertThat(fork.told("pod", "created", "", POD))
        .extracting(Told::recipient)
        .containsExactly("kubewatch-slack:changes", "kubewatch-msteams:channel");
    assertThat(fork.told("pod", "updated", POD, POD)).isEmpty();
    assertThat(fork.told("deployment", "updated", "", DEPLOYMENT)).hasSize(2);
    assertThat(fork.told("deployment", "created", "", DEPLOYMENT)).isEmpty();
    assertThat(fork.told("configmap", "deleted", "", POD)).hasSize(2);
    assertThat(fork.told("configmap", "deleted", "", POD.replace("shop", "kube-system"))).isEmpty();
    assertThat(fork.told("pod", "created", "", POD).getFirst().field("slack", "attachments"))
        .contains("\"title\":\"What changed\"");
  }

  @Test
  void switchesForEachChangeAreRead() {
    Translated filters = Translated.file("filters.yaml");

    assertThat(filters.told("deployment", "created", "", DEPLOYMENT)).hasSize(1);
    assertThat(filters.told("deployment", "deleted", "", DEPLOYMENT)).isEmpty();
    assertThat(filters.told("service", "deleted", "", POD)).hasSize(1);
  }

  @Test
  void nothingIsToldWhileNothingHappens() {
    assertThat(Translated.file("slack.yaml").told("pod", "", "", POD)).isEmpty();
  }
}
