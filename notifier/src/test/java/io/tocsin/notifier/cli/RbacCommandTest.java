package io.tocsin.notifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.Board;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.rbac.Permissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RbacCommandTest {
  private static final String CONFIGURATION =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: argocd-notifications-cm}
      data:
        template.text: "{message: hello}"
      """;
  private static final String HAPPENED =
      "trigger.on-created: \"{when: event == 'created', send: text}\"";
  private static final String IS =
      "trigger.on-failed: \"{when: obj.status.failed > 0, send: text}\"";

  /** Where nobody listens. */
  private static final String NOBODY = "--server=http://127.0.0.1:1";

  @TempDir private Path folder;

  @Test
  void aRoleInEachNamespaceThatIsNamedAndOneForTheCluster() throws IOException {
    Run run =
        rbac(
            IS,
            "resource.jobs: '{group: batch, kind: Job, namespaces: [team-a, \"on\"]}'",
            "resource.nodes: '{kind: Node}'",
            "subscriptions: '[{recipients: [x], triggers: [on-failed], resources: [jobs]}]'");

    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: tocsin-notifications-controller-resources
                  labels:
                    app.kubernetes.io/name: tocsin-notifications-controller
                    app.kubernetes.io/part-of: tocsin
                rules:
                  # resource.nodes
                  # patch: only if an annotation of an object subscribes to on-failed, which keeps what it told
                  - apiGroups: [""]
                    resources: [nodes]
                    verbs: [get, list, patch, watch]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata:
                  name: tocsin-notifications-controller-resources
                  labels:
                    app.kubernetes.io/name: tocsin-notifications-controller
                    app.kubernetes.io/part-of: tocsin
                roleRef:
                  apiGroup: rbac.authorization.k8s.io
                  kind: ClusterRole
                  name: tocsin-notifications-controller-resources
                subjects:
                  - kind: ServiceAccount
                    name: tocsin-notifications-controller
                    namespace: argocd
                ---
                """
                    + role("default", events())
                    + "---\n"
                    + role("\"on\"", jobs() + events())
                    + "---\n"
                    + role("team-a", jobs() + events()),
                ""));
  }

  private static String role(String namespace, String rules) {
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: Role
    metadata:
      name: tocsin-notifications-controller-resources
      namespace: %s
      labels:
        app.kubernetes.io/name: tocsin-notifications-controller
        app.kubernetes.io/part-of: tocsin
    rules:
    %s---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: RoleBinding
    metadata:
      name: tocsin-notifications-controller-resources
      namespace: %s
      labels:
        app.kubernetes.io/name: tocsin-notifications-controller
        app.kubernetes.io/part-of: tocsin
    roleRef:
      apiGroup: rbac.authorization.k8s.io
      kind: Role
      name: tocsin-notifications-controller-resources
    subjects:
      - kind: ServiceAccount
        name: tocsin-notifications-controller
        namespace: argocd
    """
        .formatted(namespace, rules, namespace);
  }

  private static String jobs() {
    return """
      # resource.jobs
      # patch: what on-failed told is kept as an annotation
      - apiGroups: [batch]
        resources: [jobs]
        verbs: [get, list, patch, watch]
    """;
  }

  private static String events() {
    return """
      # Events about them, such as of messages that are given up
      - apiGroups: [""]
        resources: [events]
        verbs: [create, get, patch]
    """;
  }

  @Test
  void whatOnlyTellsWhatHappenedChangesNoObject() throws IOException {
    Run run =
        rbac(
            HAPPENED,
            "resource.pods: '{kind: Pod, namespaces: [team-*]}'",
            "resource.events: '{resource: events}'");

    assertThat(rules(run))
        .containsExactly(
            "ClusterRole [] [events] [create, get, list, patch, watch]",
            "ClusterRole [] [pods] [get, list, watch]");
  }

  @Test
  void oncePerAndThrottleAreKeptEvenOfWhatHappened() throws IOException {
    String pods = "resource.pods: '{kind: Pod}'";

    assertThat(rules(rbac(HAPPENED.replace("send", "throttle: 5m, send"), pods)))
        .contains("ClusterRole [] [pods] [get, list, patch, watch]");
    assertThat(rules(rbac(HAPPENED.replace("send", "oncePer: obj.metadata.uid, send"), pods)))
        .contains("ClusterRole [] [pods] [get, list, patch, watch]");
    assertThat(rules(rbac(HAPPENED, pods))).contains("ClusterRole [] [pods] [get, list, watch]");
  }

  @Test
  void whatIsPermittedEverywhereIsNotSaidOfANamespace() throws IOException {
    Run run =
        rbac(
            HAPPENED,
            "resource.all: '{group: apps, kind: DaemonSet}'",
            "resource.some: '{group: apps, kind: DaemonSet, namespaces: [team-a]}'");

    assertThat(rules(run))
        .containsExactly(
            "ClusterRole [apps] [daemonsets] [get, list, watch]",
            "ClusterRole [] [events] [create, get, patch]");
  }

  @Test
  void kindsOfKubernetesAreKnownWithoutACluster() throws IOException {
    Run run =
        rbac(
            HAPPENED,
            "resource.a: '{group: networking.k8s.io, kind: NetworkPolicy}'",
            "resource.b: '{group: networking.k8s.io, kind: IngressClass, namespaces: [x]}'",
            "resource.c: '{kind: Endpoints}'",
            "resource.d: '{group: storage.k8s.io, resource: storageclasses, namespaces: [x]}'");

    assertThat(rules(run))
        .contains(
            "ClusterRole [networking.k8s.io] [networkpolicies] [get, list, watch]",
            "ClusterRole [networking.k8s.io] [ingressclasses] [get, list, watch]",
            "ClusterRole [] [endpoints] [get, list, watch]",
            "ClusterRole [storage.k8s.io] [storageclasses] [get, list, watch]");
    assertThat(run.out()).doesNotContain("guessed");
  }

  @Test
  void otherKindsAreGuessedWhereNobodyAnswers() throws IOException {
    Run run =
        rbac(HAPPENED, "resource.gates: '{group: example.com, kind: Gateway, namespaces: [x]}'");

    assertThat(rules(run)).contains("Role [example.com] [gateways] [get, list, watch]");
    assertThat(run.out())
        .contains(
            """
              # resource.gates
              # guessed, as no API server was found that has Gateway.example.com: see `kubectl api-resources`
            """);
  }

  @Test
  void otherKindsAreAskedForWhereACluster() throws IOException {
    String definition =
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: bocchadices.example.com}
        spec:
          group: example.com
          scope: Cluster
          names: {plural: bocchadices, kind: Bocchadus}
          versions:
          - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
        """;
    try (Board board = new Board()) {
      board.apply(definition);
      String kubeconfig =
          Files.writeString(folder.resolve("kubeconfig"), board.kubeconfig()).toString();

      Run byKind =
          run(
              configuration("resource.x: '{group: example.com, kind: Bocchadus}'"),
              "--kubeconfig=" + kubeconfig);
      Run byPlural =
          run(
              configuration(
                  "resource.x: '{group: example.com, version: v1, resource: bocchadices}'"),
              "--kubeconfig=" + kubeconfig);

      assertThat(rules(byKind))
          .containsExactly(
              "ClusterRole [example.com] [bocchadices] [get, list, watch]",
              "Role [] [events] [create, get, patch]");
      assertThat(byPlural.out()).isEqualTo(byKind.out()).doesNotContain("guessed");
    }
  }

  @Test
  void aKeyThatIsWrongIsLeftOutAndNamed() throws IOException {
    Run run =
        rbac(
            HAPPENED,
            "resource.jobs: '{group: batch, kind: Job, colour: red}'",
            "resource.pods: '{kind: Pod}'");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualToIgnoringNewLines("tocsin: resource.jobs has an unknown field colour");
    assertThat(run.out()).contains("pods").doesNotContain("jobs");
  }

  @Test
  void withoutFurtherKindsThereIsNothingToPermit() throws IOException {
    assertThat(rbac(HAPPENED))
        .isEqualTo(new Run(0, "# no key resource.<name> has a further kind watched\n", ""));
  }

  @Test
  void notificationsCanBeReadAndWatchedForWhatTheyName() throws IOException {
    Path notification = Path.of("src/test/resources/troubleshooting/notification.yaml");

    Run without = run(configuration(HAPPENED), NOBODY, "--kube-notifier");
    Run with = run(configuration(HAPPENED), NOBODY, "--kube-notifier=" + notification);

    assertThat(rules(without)).containsExactly("Role [argoproj.io] [notifications] [list, watch]");
    assertThat(rules(with))
        .containsExactly(
            "Role [apps] [deployments] [get, list, patch, watch]",
            "Role [] [events] [create, get, patch]",
            "Role [argoproj.io] [notifications] [list, watch]",
            "Role [] [secrets] [get, list, watch]");
    assertThat(with.out())
        .contains("  namespace: argocd\n")
        .contains(
            """
                resources: [secrets]
                resourceNames: [chat]
            """);
  }

  @Test
  void whatIsWrongWithANotificationIsSaid() throws IOException {
    Path notification =
        Files.writeString(
            folder.resolve("notification.yaml"),
            """
            apiVersion: argoproj.io/v1alpha1
            kind: Notification
            metadata: {name: odd, namespace: shop}
            spec: {rules: []}
            """);

    Run run = run(configuration(HAPPENED), NOBODY, "--kube-notifier=" + notification);

    assertThat(run.err()).contains("spec.monitorResource: is missing");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void anotherAccountInAnotherNamespace() throws IOException {
    Run run =
        run(
            configuration("resource.pods: '{kind: Pod}'"),
            NOBODY,
            "-n=tools",
            "--service-account=argocd-notifications-controller");

    assertThat(run.out())
        .contains(
            """
              - kind: ServiceAccount
                name: argocd-notifications-controller
                namespace: tools
            """);
    assertThat(run(configuration(HAPPENED), NOBODY, "--service-account=Me!").err())
        .startsWith("tocsin: --service-account: 'Me!' cannot be the name of a ServiceAccount");
  }

  @Test
  void theAccountIsThatOfTheManifests() throws IOException {
    assertThat(Files.readString(Path.of("../deploy/base/serviceaccount.yaml")))
        .contains("  name: " + Permissions.ACCOUNT + "\n");
  }

  private Run rbac(String... keys) throws IOException {
    return run(configuration(keys), NOBODY);
  }

  private Run run(Path configMap, String... further) {
    List<String> arguments = new ArrayList<>(List.of("rbac", "--config-map=" + configMap));
    arguments.addAll(Arrays.asList(further));
    return Run.of(arguments.toArray(String[]::new));
  }

  private Path configuration(String... keys) throws IOException {
    StringBuilder text = new StringBuilder(CONFIGURATION);
    for (String key : keys) {
      text.append("  ").append(key).append('\n');
    }
    return Files.writeString(folder.resolve("cm.yaml"), text);
  }

  private static List<String> rules(Run run) {
    List<String> rules = new ArrayList<>();
    for (Object document : Yaml.documents(run.out())) {
      Map<?, ?> role = (Map<?, ?>) document;
      if (role.get("rules") instanceof List<?> list) {
        for (Object each : list) {
          Map<?, ?> rule = (Map<?, ?>) each;
          rules.add(
              "%s %s %s %s"
                  .formatted(
                      role.get("kind"),
                      rule.get("apiGroups"),
                      rule.get("resources"),
                      rule.get("verbs")));
        }
      }
    }
    return rules;
  }
}
