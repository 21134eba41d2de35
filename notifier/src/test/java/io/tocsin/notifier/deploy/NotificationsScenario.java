package io.tocsin.notifier.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.notifier.cli.Run;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.state.NotifiedAnnotation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * All that the notifications controller does with a cluster, and what people do by its command in
 * its pod. Ends at the first thing that does not come about, or that the API server forbids.
 */
final class NotificationsScenario implements AutoCloseable {
  static final String CONTROLLER = "tocsin-notifications-controller";
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String SUBSCRIBE = "notifications.argoproj.io/subscribe.";
  private static final long GRACE_SECONDS = 45;

  private final Installation installation;
  private final String namespace;
  private final Audit audit;
  private final Path kubeconfig;
  private final Mailbox mailbox = new Mailbox();

  NotificationsScenario(Installation installation) {
    this.installation = installation;
    namespace = installation.namespace();
    audit = installation.audit(CONTROLLER);
    kubeconfig = installation.kubeconfig(CONTROLLER);
  }

  Audit audit() {
    return audit;
  }

  /**
   * Plays it all.
   *
   * @param tenants whether namespaces have configurations of their own
   */
  void play(boolean tenants) {
    configure(tenants);
    Pod first = start();
    tells();
    keepsWhatIsRefused();
    isMuted();
    hearsOfChanges();
    asksRepositories();
    if (tenants) {
      tellsForTenants();
    }
    answersInItsPod(tenants);
    happens("a mistake is an Event", () -> !events("argocd-notifications-cm").isEmpty());
    assertThat(first.stop(GRACE_SECONDS)).as("stops within the grace period").isTrue();
    start();
    happens(
        "an Event is counted",
        () ->
            events("argocd-notifications-cm").stream()
                .anyMatch(
                    event ->
                        event.getCount() == 2
                            && !event.getLastTimestamp().equals(event.getFirstTimestamp())));
  }

  private String team() {
    return namespace + "-team";
  }

  private Pod start() {
    Pod pod =
        installation.start(CONTROLLER, Map.of("TOCSIN_SELF_SERVICE_ALLOWED_NETWORKS", "127.0.0.1"));
    happens("the controller is ready", pod::ready);
    return pod;
  }

  private void configure(boolean tenants) {
    mailbox.refuses("/refusing");
    configuration("");
    secret(namespace, "one");
    installation.apply(
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: repository
          namespace: %s
          labels: {argocd.argoproj.io/secret-type: repository}
        stringData: {url: '%s/git/app', username: ann, password: hush}
        """
            .formatted(namespace, mailbox.url()),
        """
        apiVersion: argoproj.io/v1alpha1
        kind: AppProject
        metadata: {name: default, namespace: %s}
        spec: {}
        """
            .formatted(namespace));
    if (tenants) {
      installation.apply(
          "{apiVersion: v1, kind: Namespace, metadata: {name: %s}}".formatted(team()),
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: argocd-notifications-cm, namespace: %s}
          data:
            service.webhook.own: '{url: %s/tenant/$token}'
            template.own: "webhook: {own: {method: POST, body: '{{.app.metadata.name}}'}}"
            trigger.on-any: '- {when: app.metadata.name != "", send: [own]}'
            trigger.wrong: '- {when: (}'
            subscriptions: '- {recipients: [own], triggers: [on-any]}'
          """
              .formatted(team(), mailbox.url()));
      secret(team(), "tenants");
    }
  }

  private void configuration(String more) {
    installation.apply(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: argocd-notifications-cm, namespace: %3$s}
        data:
          service.webhook.hook: '{url: %1$s/hook/$token}'
          service.webhook.refusing: '{url: %1$s/refusing}'
          template.told: |
            webhook:
              hook: {method: POST, body: '{{.app.metadata.name}} {{.app.status.sync.revision}}'}
              refusing: {method: POST, body: '{{.app.metadata.name}}'}
          template.asked: |
            webhook:
              hook: {method: POST, body: '{{(call .repo.GetCommitMetadata "main").Message}}'}
          trigger.on-revision: |
            - when: app.status.sync.revision != ''
              oncePer: app.status.sync.revision
              send: [told]
          trigger.on-asked: "- {when: app.metadata.name == 'asking', send: [asked]}"
          trigger.wrong: '- {when: (}'
        %2$s
        """
            .formatted(mailbox.url(), more.indent(2), namespace));
  }

  private void secret(String where, String token) {
    installation.apply(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: argocd-notifications-secret, namespace: %s}
        stringData: {token: %s}
        """
            .formatted(where, token));
  }

  private void application(String where, String name, String... subscriptions) {
    List<String> annotations = new ArrayList<>();
    Arrays.stream(subscriptions).forEach(each -> annotations.add(SUBSCRIBE + each + ": ''"));
    installation.apply(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: %s, namespace: %s, annotations: {%s}}
        spec:
          project: default
          source: {repoURL: '%s/git/app', path: .}
          destination: {server: 'https://kubernetes.default.svc', namespace: default}
        status: {sync: {status: Synced, revision: '1'}, reconciledAt: '2026-01-01T00:00:00Z'}
        """
            .formatted(name, where, String.join(", ", annotations), mailbox.url()));
  }

  private void tells() {
    application(namespace, "guestbook", "on-revision.hook", "on-revision.refusing");
    application(namespace, "shop");
    arrives("/hook/one guestbook 1");
    happens("what was told is written down", () -> told("guestbook") == 2);
    patch(
        ResourceKind.APP_PROJECT,
        "default",
        "{metadata: {annotations: {'%son-revision.hook': ''}}}".formatted(SUBSCRIBE));
    arrives("/hook/one shop 1");
  }

  private void keepsWhatIsRefused() {
    happens("an Event tells of the failure", () -> !events("guestbook").isEmpty());
    happens("it is listed", () -> run("deliveries", "list", "-o", "name").out().length() > 1);
    mailbox.accepts("/refusing");
    succeeds("deliveries", "resend", "--all");
  }

  private void isMuted() {
    String said = succeeds("mute", "guestbook", "--for", "2h");
    revision("shop", "2");
    revision("guestbook", "2");
    arrives("/hook/one shop 2");
    succeeds("mute", "remove", said.replaceFirst("(?s).*mute remove (\\w+).*", "$1"));
    arrives("/hook/one guestbook 2");
  }

  private void hearsOfChanges() {
    secret(namespace, "two");
    configuration("trigger.on-name: \"- {when: app.metadata.name == 'shop', send: [told]}\"");
    patch(
        ResourceKind.APPLICATION,
        "shop",
        "{metadata: {annotations: {'%son-name.hook': ''}}}".formatted(SUBSCRIBE));
    arrives("/hook/two shop 2");
    happens("the new trigger is remembered", () -> remembered("conditions :on-name"));
  }

  private void asksRepositories() {
    application(namespace, "asking", "on-asked.hook");
    arrives(
        "/git Basic "
            + Base64.getEncoder().encodeToString("ann:hush".getBytes(StandardCharsets.UTF_8)));
  }

  private void answersInItsPod(boolean tenants) {
    succeeds("template", "notify", "told", "shop", "--recipient", "hook");
    succeeds("explain", "shop");
    if (tenants) {
      succeeds("explain", team() + "/theirs", "--self-service-notification-enabled");
    }
  }

  private void tellsForTenants() {
    application(team(), "theirs");
    arrives("/tenant/tenants theirs");
    happens(
        "their mistake is an Event", () -> !events(team(), "argocd-notifications-cm").isEmpty());
  }

  private void revision(String application, String revision) {
    patch(
        ResourceKind.APPLICATION,
        application,
        "{status: {sync: {revision: '%s'}}}".formatted(revision));
  }

  private void patch(ResourceKind kind, String name, String change) {
    installation
        .client()
        .genericKubernetesResources(kind.context())
        .inNamespace(namespace)
        .withName(name)
        .patch(PatchContext.of(PatchType.JSON_MERGE), Yaml.compact(Yaml.parse(change)));
  }

  private int told(String application) {
    return NotifiedAnnotation.read(
            installation
                .client()
                .genericKubernetesResources(ResourceKind.APPLICATION.context())
                .inNamespace(namespace)
                .withName(application)
                .get()
                .getMetadata()
                .getAnnotations())
        .size();
  }

  private boolean remembered(String text) {
    var map =
        installation
            .client()
            .configMaps()
            .inNamespace(namespace)
            .withName("tocsin-service-state")
            .get();
    return map != null && map.getData().toString().contains(text);
  }

  private List<Event> events(String about) {
    return events(namespace, about);
  }

  private List<Event> events(String where, String about) {
    return installation.client().v1().events().inNamespace(where).list().getItems().stream()
        .filter(event -> event.getInvolvedObject().getName().equals(about))
        .toList();
  }

  private Run run(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--kubeconfig", kubeconfig.toString()));
    return Run.of(all.toArray(String[]::new));
  }

  private String succeeds(String... arguments) {
    Run run = run(arguments);
    assertThat(run.code()).as(String.join(" ", arguments) + ": " + run).isZero();
    return run.out();
  }

  private void arrives(String message) {
    happens("arrives: " + message, () -> mailbox.messages().contains(message));
  }

  private void happens(String what, Callable<Boolean> condition) {
    await(what)
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              assertThat(forbidden()).as("forbidden").isEmpty();
              return condition.call();
            });
  }

  /** What it was not permitted. Whether there is a namespace at all, it would only like to know. */
  List<Audit.Request> forbidden() {
    return audit.forbidden().stream()
        .filter(request -> !request.resource().equals("namespaces"))
        .toList();
  }

  @Override
  public void close() {
    mailbox.close();
  }
}
