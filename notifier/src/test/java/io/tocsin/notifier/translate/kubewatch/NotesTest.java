package io.tocsin.notifier.translate.kubewatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.Configurations;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.WatchedResource;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.translate.Translation;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about a configuration, and what of it is taken over all the same. */
class NotesTest {
  private static final String GOOD =
      """
      handler: {flock: {url: https://api.flock.example.com/hooks/made-up}}
      resource: {deployment: true}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "resources: {pod: true} | false | resources: is no field of kubewatch's; it is left out; did you mean resource?",
        "resource: {deployment: true, pot: true} | true | resource.pot: is no resource that kubewatch knows; did you mean pod?",
        "resource: {deployment: true, pod: 'true'} | true | resource.pod: must be true or false",
        "resource: {deployment: true, cm: true} | false | resource.cm: was ignored by kubewatch, which reads configmap; it is taken as meant",
        "resource: {deployment: true, node: true} | false | resource.node: tells each heartbeat that is written to a node, every few minutes; the condition event != 'updated' or changed('spec') is quieter",
        "resource: {deployment: {enabled: true, includeEvenTypes: [add, upgrade]}} | true | resource.deployment.includeEvenTypes: upgrade is nothing that happens to objects; did you mean update?",
        "resource: [deployment] | true | resource: must be a mapping, but is a list",
        "handler: {discord: {url: x}} | true | handler.discord: is no handler that is known here",
        "handler: {webhok: {url: x}} | true | handler.webhok: is no handler that is known here; did you mean webhook?",
        "handler: {flock: {url: a flock}} | true | handler.flock.url: must be an address that begins with https:// or http://",
        "handler: {flock: {ulr: x}} | true | handler: has no handler that is set up, so nobody is told",
        "handler: {flock: {url: [x]}} | true | handler.flock.url: must be a string, but is a list",
        "handler: {slack: {channel: a}} | true | handler.slack.token: is not there, unless the variable KW_SLACK_TOKEN has it; add the key kubewatch-slack-token to the Secret",
        "handler: {slack: {token: x}} | true | handler.slack.channel: is not there, unless the variable KW_SLACK_CHANNEL has it; say it in subscriptions after kubewatch-slack:",
        "handler: {slack: {token: <token>, channel: <channel>}} | false | handler.slack: is left out: it has yet to be filled in",
        "handler: {slack: {token: t, channel: c}, lark: {webhookurl: https://l.example.com}} | false | handler.lark: is left out: kubewatch has one handler, which is slack",
        "handler: {mattermost: {url: https://m.example.com, room: c}} | false | handler.mattermost.room: was ignored by kubewatch, which reads channel; it is taken as meant",
        "handler: {hipchat: {token: t, room: r}} | true | handler.hipchat.url: names no server; HipChat ended in 2019",
        "handler: {smtp: {smarthost: mail.example.com, to: a@example.com, from: b@example.com}} | true | handler.smtp.smarthost: must be a host and its port, such as mail.example.com:587",
        "handler: {smtp: {smarthost: 'm.example.com:25', to: a@example.com}} | true | handler.smtp.from: must be an address, without which nothing is sent",
        "handler: {smtp: {smarthost: 'm.example.com:25', to: a@example.com, from: b@example.com, auth: {username: u, password: p}}} | false | handler.smtp.requireTLS: is true here whatever it says, for the sake of the password",
        "handler: {smtp: {smarthost: 'm.example.com:25', to: a@example.com, from: b@example.com, requireTLS: true, auth: {username: u, secret: s}}} | true | handler.smtp.auth.password: is not there; add the key kubewatch-smtp-password to the Secret",
        "customresources: [{group: a.example.com, version: v1, resource: Widgets}] | true | customresources[0].resource: must be the plural of a kind, such as certificates; it is not watched",
        "customresources: [{group: a.example.com, version: '1', resource: widgets}] | true | customresources[0].version: must be a version such as v1; it is not watched",
        "customresources: [widgets] | true | customresources[0]: must be a mapping, but is a string",
        "namespace: Shop! | true | namespace: is no name of a namespace: 'Shop!'",
        "namespacesconfig: {include: [a], exclude: [b]} | false | namespacesconfig.exclude: has no meaning beside include, as ever",
        "reason: [Created] | false | reason: is left out, as kubewatch ignores it too",
        "{kind: ConfigMap, data: {other: x}} | true | data: has no key .kubewatch.yaml",
        "{kind: ConfigMap, data: {.kubewatch.yaml: '{'}} | true | data..kubewatch.yaml: is not valid YAML: "
      })
  void whatIsOddIsNamed(String odd, boolean wrong, String sentence) {
    Translation translation = Kubewatch.translate(over(GOOD, odd));

    assertThat(translation.notes())
        .anySatisfy(
            note -> {
              assertThat(note.toString()).startsWith(sentence);
              assertThat(note.wrong()).isEqualTo(wrong);
            });
  }

  @Test
  void oneMistakeKeepsNothingElseFromBeingTranslated() {
    Translation translation =
        Kubewatch.translate(
            over(GOOD, "{resource: {deployment: true, pod: maybe}, customresources: 7}"));

    assertThat(translation.notes()).hasSize(2);
    assertThat(translation.data()).containsKeys("resource.deployment", "trigger.kubewatch");
    assertThat(translation.data()).doesNotContainKey("resource.pod");
  }

  @Test
  void aMistakeIsNamedOnce() {
    Translation translation =
        Kubewatch.translate(over(GOOD, "handler: {flock: {url: [x], enabled: perhaps}}"));

    assertThat(translation.notes())
        .extracting(Object::toString)
        .containsExactly(
            "handler.flock.url: must be a string, but is a list",
            "handler: has no handler that is set up, so nobody is told");
  }

  @Test
  void nothingIsSaidAboutWhatIsTakenOverWhole() {
    assertThat(Kubewatch.translate(Yaml.mapping(GOOD)).notes()).isEmpty();
  }

  @Test
  void notesHoldNoSecrets() {
    Translation translation =
        Kubewatch.translate(
            over(
                GOOD,
                "handler: {slack: {token: s3cr3t}, hipchat: {url: not s3cr3t, token: s3cr3t}}"));

    assertThat(translation.notes().toString()).doesNotContain("s3cr3t");
    assertThat(translation.data().toString()).doesNotContain("s3cr3t");
    assertThat(translation.secrets()).containsOnlyKeys("kubewatch-slack-token");
  }

  @ParameterizedTest
  @CsvSource({
    "deployment, apps, Deployment, true",
    "replicationcontroller, '', ReplicationController, true",
    "replicaset, apps, ReplicaSet, true",
    "daemonset, apps, DaemonSet, true",
    "statefulset, apps, StatefulSet, true",
    "services, '', Service, true",
    "pod, '', Pod, true",
    "job, batch, Job, true",
    "node, '', Node, false",
    "clusterrole, rbac.authorization.k8s.io, ClusterRole, false",
    "clusterrolebinding, rbac.authorization.k8s.io, ClusterRoleBinding, false",
    "serviceaccount, '', ServiceAccount, true",
    "persistentvolume, '', PersistentVolume, false",
    "namespace, '', Namespace, false",
    "secret, '', Secret, true",
    "configmap, '', ConfigMap, true",
    "ingress, networking.k8s.io, Ingress, true",
    "hpa, autoscaling, HorizontalPodAutoscaler, true",
    "event, events.k8s.io, Event, true",
    "coreevent, '', Event, true"
  })
  void eachKindIsWatchedWhereItsObjectsAre(
      String key, String group, String kind, boolean namespaced) {
    Translation translation =
        Kubewatch.translate(over(GOOD, "{resource: {%s: true}, namespace: shop}".formatted(key)));

    Configuration read = Configurations.of(translation.data(), Map.of());
    assertThat(read.resources()).hasSize(1);
    WatchedResource watched = read.resources().values().iterator().next();
    assertThat(watched.group()).isEqualTo(group);
    assertThat(watched.version()).isEqualTo("v1");
    assertThat(watched.type()).isEqualTo(kind);
    assertThat(watched.namespaces().isEmpty()).isNotEqualTo(namespaced);
  }

  private static Map<String, Object> over(String good, String odd) {
    Map<String, Object> fields = Yaml.mapping(good);
    fields.putAll(Yaml.mapping(odd));
    return fields;
  }
}
