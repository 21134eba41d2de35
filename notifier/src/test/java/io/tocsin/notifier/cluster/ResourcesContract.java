package io.tocsin.notifier.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.notifier.AdjustableClock;
import io.tocsin.notifier.Inbox;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the controller does for kinds that a configuration has watched, on any Kubernetes API. */
@Timeout(60)
abstract class ResourcesContract {
  private static final String FAILED = "{conditions: [{type: Failed, status: 'True'}]}";
  private static final ResourceKind NOTIFICATION =
      new ResourceKind("argoproj.io", "v1alpha1", "Notification", "notifications", true);
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final String id = UUID.randomUUID().toString().substring(0, 8);
  private final AdjustableClock clock = new AdjustableClock(NOON);
  private Inbox inbox;
  private AnyObjects objects;
  private RunningController controller;

  /** A client of an API that is up; closed after each test. */
  abstract KubernetesClient client();

  @BeforeEach
  void setUp() {
    inbox = new Inbox();
    objects = new AnyObjects(client());
  }

  @AfterEach
  void tearDown() {
    if (controller != null) {
      controller.close();
    }
    inbox.close();
    objects.close();
  }

  @Test
  void aJobThatFailsIsToldOnce() {
    start(
        """
        resource.job: '{group: batch, kind: Job, variable: job, namespaces: [NAMESPACE]}'
        trigger.on-failed: |
          - when: "any(job.status?.conditions ?? [], {#.type == 'Failed' and #.status == 'True'})"
            send: [failed]
        template.failed: |
          webhook: {inbox: {method: POST, path: /jobs, body: '{{.job.metadata.name}} {{.obj.kind}}'}}
        subscriptions: '- {recipients: [inbox], triggers: [on-failed], resources: [job]}'
        """);
    objects.job("import");
    objects.job("export");
    objects.status(AnyObjects.JOB, "export", "{active: 1}");

    objects.status(AnyObjects.JOB, "import", FAILED);
    told("/jobs import Job");
    objects.annotate(AnyObjects.JOB, "import", "example.com/note", "seen");
    controller.close();
    restart();
    objects.annotate(AnyObjects.JOB, "import", "example.com/note", "again");

    objects.status(AnyObjects.JOB, "export", FAILED);
    told("/jobs import Job", "/jobs export Job");
  }

  @Test
  void aNodeWhoseConditionTurnsIsToldEachTime() {
    start(
        """
        resource.node: 'kind: Node'
        trigger.on-not-ready: |
          - when: "any(obj.status.conditions, {#.type == 'Ready' and #.status != 'True'})"
            send: [not-ready]
            recovery: [ready]
        template.not-ready: |
          webhook: {inbox: {method: POST, path: /nodes, body: '{{.obj.metadata.name}} is not ready'}}
        template.ready: |
          webhook: {inbox: {method: POST, path: /nodes, body: '{{.obj.metadata.name}} is ready'}}
        subscriptions: |
          - {recipients: [inbox], triggers: [on-not-ready], resources: [node], selector: test=ID}
        """);
    String node = "node-" + id;
    objects.create(
        "{apiVersion: v1, kind: Node, metadata: {name: %s, labels: {test: '%s'}}}"
            .formatted(node, id));
    ready(node, "True");

    ready(node, "False");
    told("/nodes " + node + " is not ready");
    ready(node, "Unknown");
    ready(node, "True");

    told("/nodes " + node + " is not ready", "/nodes " + node + " is ready");
    objects.delete(AnyObjects.NODE, node);
  }

  @Test
  void aCertificateThatExpiresIsToldOnceThoughNothingChanges() {
    ResourceKind kind = objects.certificates(group());
    objects.certificate(kind, "shop", NOON.plus(Duration.ofDays(8)));
    start(
        """
        resource.certificate: '{group: certs-ID.example.com, kind: Certificate, variable: cert}'
        trigger.on-expiry: |
          - when: time.Parse(cert.status.notAfter).Sub(time.Now()).Hours() < 7 * 24
            send: [expiry]
        template.expiry: |
          webhook:
            inbox: {method: POST, path: /certs, body: '{{.cert.metadata.name}} {{.cert.status.notAfter}}'}
        subscriptions: '- {recipients: [inbox], triggers: [on-expiry], resources: [certificate]}'
        """);
    await().until(() -> controller.controller().watches("certificates"));
    passes(Duration.ofHours(23));
    assertThat(inbox.told()).isEmpty();

    passes(Duration.ofHours(2));
    told("/certs shop 2026-06-09T12:00:00Z");
    passes(Duration.ofHours(2));

    objects.certificate(kind, "other", NOON.plus(Duration.ofDays(2)));
    told("/certs shop 2026-06-09T12:00:00Z", "/certs other 2026-06-03T12:00:00Z");
  }

  @Test
  void aDeploymentThatLagsForFiveMinutesIsToldOnce() {
    start(
        """
        resource.deployment: |
          {group: apps, version: v1, resource: deployments, namespaces: [NAMESPACE], selector: tier=front}
        trigger.on-lag: |
          - when: (obj.status?.readyReplicas ?? 0) < obj.spec.replicas
            for: 5m
            send: [lag]
        template.lag: |
          webhook:
            inbox: {method: POST, path: /lag, body: '{{.obj.status.readyReplicas}}/{{.obj.spec.replicas}}'}
        subscriptions: '- {recipients: [inbox], triggers: [on-lag], resources: [deployment]}'
        """);
    objects.deployment("shop", "front", 3);
    objects.deployment("other", "back", 3);
    objects.status(AnyObjects.DEPLOYMENT, "shop", "{replicas: 3, readyReplicas: 1}");
    await().until(() -> objects.recorded(AnyObjects.DEPLOYMENT, "shop").contains("~for:"));
    passes(Duration.ofMinutes(4));
    assertThat(inbox.told()).isEmpty();

    passes(Duration.ofMinutes(2));
    told("/lag 1/3");
    passes(Duration.ofMinutes(10));

    objects.status(AnyObjects.DEPLOYMENT, "shop", "{replicas: 3, readyReplicas: 3}");
    await().until(() -> objects.recorded(AnyObjects.DEPLOYMENT, "shop").isEmpty());
    told("/lag 1/3");
  }

  @Test
  void whatHappensIsToldEachTimeAndRecordedNowhere() {
    objects.deployment("before", "front", 1);
    start(
        """
        resource.deployment: '{group: apps, kind: Deployment, namespaces: [NAMESPACE], variable: d}'
        trigger.on-change: |
          - {when: "event in ['created', 'deleted']", send: [happened]}
          - {when: "changed('spec.replicas')", send: [scaled]}
        template.happened: |
          webhook: {inbox: {method: POST, path: /d, body: '{{.d.metadata.name}} {{.event}}'}}
        template.scaled: |
          webhook:
            inbox: {method: POST, path: /d, body: '{{.old.spec.replicas}}>{{.d.spec.replicas}}{{call .diff}}'}
        subscriptions: '- {recipients: [inbox], triggers: [on-change], resources: [deployment]}'
        """);
    await().until(() -> controller.controller().watches("deployments"));
    objects.deployment("shop", "front", 1);
    told("/d shop created");

    objects.scale("shop", 3);
    objects.scale("shop", 5);
    await().until(() -> inbox.told().size() == 3);
    objects.annotate(AnyObjects.DEPLOYMENT, "shop", "example.com/a", "b");
    objects.delete(AnyObjects.DEPLOYMENT, "shop");

    await().until(() -> inbox.told().contains("/d shop deleted"));
    assertThat(inbox.told()).hasSize(4);
    assertThat(inbox.told().get(1)).startsWith("/d 1>3").contains("-  replicas: 1\n+  replicas: 3");
    assertThat(inbox.told().get(2)).startsWith("/d 3>5");
    assertThat(objects.recorded(AnyObjects.DEPLOYMENT, "before")).isEmpty();
  }

  @Test
  void whatHappenedBeforeAStopIsToldByTheNextController() {
    inbox.answers(503);
    start(
        """
        resource.settings: '{kind: ConfigMap, namespaces: [NAMESPACE], selector: test=ID}'
        trigger.on-created: "- {when: event == 'created', send: [created]}"
        template.created: |
          webhook: {inbox: {method: POST, path: '/{{.obj.metadata.name}}', body: '{{.event}}'}}
        subscriptions: '- {recipients: [inbox], triggers: [on-created], resources: [settings]}'
        """);
    await().until(() -> controller.controller().watches("configmaps"));
    settings("a");
    await()
        .until(
            () ->
                controller
                    .metrics()
                    .contains("tocsin_delivery_attempts_total{outcome=\"postponed\""));

    controller.close();
    inbox.answers(200);
    restart();

    told("/a created");
  }

  @Test
  void anObjectSubscribesByAnAnnotationOfItsKindsPrefix() {
    start(
        """
        resource.settings: |
          kind: ConfigMap
          namespaces: [NAMESPACE]
          annotationPrefix: alerts.example.com
          defaultTriggers: [on-broken]
        trigger.on-broken: "- {when: obj.data?.state == 'broken', send: [broken]}"
        template.broken: |
          webhook: {inbox: {method: POST, path: '/{{.obj.metadata.name}}', body: broken}}
        """);
    for (String prefix : new String[] {"alerts.example.com", "notifications.argoproj.io"}) {
      objects.create(
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: %s, namespace: NAMESPACE, annotations: {%s/subscribe.inbox: ""}}
          data: {state: broken}
          """
              .formatted(prefix, prefix));
    }

    told("/alerts.example.com broken");
    await()
        .until(
            () ->
                objects
                    .annotations(ResourceKind.CONFIG_MAP, "alerts.example.com")
                    .containsKey("notified.alerts.example.com"));
  }

  @Test
  void aKindThatIsInstalledLaterIsWatchedThen() {
    start(
        """
        resource.certificate: '{group: certs-ID.example.com, kind: Certificate}'
        trigger.on-there: '- {when: "true", send: [there]}'
        template.there: |
          webhook: {inbox: {method: POST, path: '/{{.obj.metadata.name}}', body: there}}
        subscriptions: '- {recipients: [inbox], triggers: [on-there], resources: [certificate]}'
        """);
    await().until(() -> controller.metrics().contains("tocsin_kinds_missing 1.0"));

    ResourceKind kind = objects.certificates(group());
    objects.certificate(kind, "shop", NOON);

    told("/shop there");
    assertThat(controller.metrics()).contains("tocsin_kinds_missing 0.0");
    assertThat(objects.eventsAbout(ControllerOptions.CONFIG_MAP))
        .containsOnlyOnce(
            "resource.certificate: the API server does not serve Certificate.%s;".formatted(group())
                + " it is watched once it does");
  }

  @Test
  void aKindThatComesBackInAnotherVersionIsWatchedInThat() {
    ResourceKind first = objects.certificates(group());
    start(
        """
        resource.certificate: '{group: certs-ID.example.com, kind: Certificate}'
        trigger.on-there: '- {when: "true", send: [there]}'
        template.there: |
          webhook: {inbox: {method: POST, path: '/{{.obj.metadata.name}}', body: '{{.obj.apiVersion}}'}}
        subscriptions: '- {recipients: [inbox], triggers: [on-there], resources: [certificate]}'
        """);
    objects.certificate(first, "shop", NOON);
    told("/shop " + first.apiVersion());

    objects.takeAway(first);
    objects.certificate(objects.certificates(group(), "v2"), "other", NOON);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              controller.controller().tick();
              assertThat(inbox.told()).contains("/other " + group() + "/v2");
            });
    assertThat(controller.metrics()).contains("tocsin_kinds_missing 0.0");
  }

  @Test
  void whatCannotBeToldOfAnEventMakesNoOtherEvent() {
    inbox.answers(400);
    start(
        """
        resource.event: '{kind: Event, namespaces: [NAMESPACE]}'
        resource.settings: '{kind: ConfigMap, namespaces: [NAMESPACE]}'
        trigger.on-change: |
          - {when: "event in ['created', 'updated']", send: [happened]}
        template.happened: |
          webhook: {inbox: {method: POST, path: '/{{.obj.kind}}', body: '{{.event}}'}}
        subscriptions: '- {recipients: [inbox], triggers: [on-change], resources: [event, settings]}'
        """);
    await().until(() -> controller.controller().watches("events"));
    await().until(() -> controller.controller().watches("configmaps"));

    settings("a");
    dead(2);
    settings("b");
    dead(4);
    controller.awaitIdle();

    assertThat(objects.eventsAboutEvents()).isEmpty();
    dead(4);
  }

  private void dead(int messages) {
    String count = "tocsin_dead_letters_total{service=\"inbox\"} %d.0".formatted(messages);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(controller.metrics()).contains(count));
  }

  @Test
  void aKindThatIsWatchedUnderTwoNamesIsToldOfOnce() {
    start(
        """
        resource.settings: '{kind: ConfigMap, namespaces: [NAMESPACE]}'
        resource.labelled: '{kind: ConfigMap, selector: test=ID}'
        trigger.on-created: "- {when: event == 'created', send: [created]}"
        template.created: |
          webhook: {inbox: {method: POST, path: '/{{.obj.metadata.name}}', body: '{{.event}}'}}
        subscriptions: |
          - {recipients: [inbox], triggers: [on-created], resources: [settings, labelled]}
        """);
    await().until(() -> controller.controller().watches("configmaps"));

    settings("a");
    told("/a created");
    settings("b");

    told("/a created", "/b created");
  }

  @Test
  void aKindThatIsTakenAwayIsNoLongerWatched() {
    start(
        """
        resource.settings: '{kind: ConfigMap, namespaces: [NAMESPACE], selector: test=ID}'
        trigger.on-there: '- {when: "true", send: [there]}'
        template.there: |
          webhook: {inbox: {method: POST, path: '/{{.obj.metadata.name}}', body: there}}
        subscriptions: '- {recipients: [inbox], triggers: [on-there], resources: [settings]}'
        """);
    settings("a");
    told("/a there");

    objects.configure("resource.settings", null);
    await().until(() -> !controller.controller().watches("configmaps"));
    settings("b");
    objects.configure("resource.settings", "{kind: ConfigMap, selector: 'test in'}");
    settings("c");
    objects.configure(
        "resource.settings",
        "{kind: ConfigMap, namespaces: [%s], selector: test=%s}"
            .formatted(objects.namespace(), id));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(inbox.told())
                    .containsExactlyInAnyOrder("/a there", "/b there", "/c there"));
  }

  private String group() {
    return "certs-" + id + ".example.com";
  }

  @Test
  void aNotificationOfArgoKubeNotifierIsObeyedAsItStands() {
    objects.install("../deploy/components/kube-notifier/notification.yaml", NOTIFICATION);
    objects.configuration("service.console: '{}'\n");
    objects.create(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Notification
        metadata: {name: imports, namespace: NAMESPACE}
        spec:
          monitorResource: {Group: batch, Version: v1, Resource: jobs}
          Namespace: NAMESPACE
          rules:
            - name: failed
              anyConditions:
                - {jsonPath: "status/conditions/*[type='Failed']/status", operator: eq, value: "True"}
              events:
                - message: "Job {{.metadata.name}} failed."
                  notificationLevel: critical
                  notifierNames: [slack]
            - name: wrong
              allConditions: [{jsonPath: "status/[", operator: eq, value: x}]
              events: [{message: x, notificationLevel: info, notifierNames: [slack]}]
          notifiers:
            - name: slack
              slack: {channel: imports, hookUrlSecret: {name: slack, key: hookURL}}
        """);
    obeyNotifications();
    await().until(() -> controller.controller().watches("jobs"));
    objects.job("import");
    objects.status(AnyObjects.JOB, "import", FAILED);
    objects.create(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: slack, namespace: NAMESPACE}
        stringData: {hookURL: "%s/hook"}
        """
            .formatted(inbox.url()));

    await().atMost(Duration.ofSeconds(20)).until(() -> inbox.told().size() == 1);
    assertThat(inbox.told().getFirst())
        .startsWith("/hook ")
        .contains("\"channel\": \"imports\"", "Job import failed.", "danger");
    assertThat(objects.eventsAbout("imports"))
        .anySatisfy(
            message -> assertThat(message).startsWith("spec.rules[1].allConditions[0].jsonPath: "));

    objects.delete(NOTIFICATION, "imports");
    await().until(() -> !controller.controller().watches("jobs"));
  }

  private void obeyNotifications() {
    RunningController.Setting setting = RunningController.Setting.in(objects.namespace());
    controller =
        RunningController.start(
            client(),
            new RunningController.Setting(
                setting.options().withKubeNotifier(),
                setting.tenants(),
                setting.helpers(),
                setting.clock()));
  }

  private void settings(String name) {
    objects.create(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s, namespace: NAMESPACE, labels: {test: '%s'}}}"
            .formatted(name, id));
  }

  private void ready(String node, String status) {
    objects.status(
        AnyObjects.NODE, node, "{conditions: [{type: Ready, status: '%s'}]}".formatted(status));
  }

  private void start(String data) {
    objects.configuration(
        data.replace("ID", id) + "service.webhook.inbox: 'url: " + inbox.url() + "'\n");
    restart();
  }

  private void restart() {
    controller =
        RunningController.start(
            client(),
            RunningController.Setting.in(objects.namespace()).withClock(clock).withHelpers(clock));
    assertThat(controller.metrics()).contains("argocd_notifications_config_errors 0.0");
  }

  private void passes(Duration time) {
    clock.set(clock.instant().plus(time));
    controller.controller().tick();
    controller.awaitIdle();
  }

  private void told(String... messages) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(inbox.told()).containsExactly(messages));
  }
}
