package io.tocsin.notifier.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.embedded.real.RealKubernetes;
import io.tocsin.notifier.Objects;
import io.tocsin.notifier.config.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

@EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
class OnARealClusterTest {
  private static RealKubernetes api;
  @TempDir Path folder;

  @BeforeAll
  static void start() {
    api = RealKubernetes.audited(RealKubernetes.assets().orElseThrow());
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void kubectlAppliesAll() throws IOException {
    assumeThat(Tool.KUBECTL.isInstalled()).isTrue();
    Path kubeconfig = Files.writeString(folder.resolve("admin.kubeconfig"), api.kubeconfig());
    kubectl(kubeconfig, Objects.file("crds/application.yaml"));
    kubectl(kubeconfig, Objects.file("crds/appproject.yaml"));
    kubectl(kubeconfig, text("monitoring-crds.yaml"));
    kubectl(kubeconfig, "apiVersion: v1\nkind: Namespace\nmetadata: {name: argocd}\n");
    Tool.KUBECTL.run(
        "--kubeconfig=" + kubeconfig, "wait", "--for=condition=Established", "crd", "--all");
    List<Object> objects = Deploy.overlay("all").stream().<Object>map(KubeObject::content).toList();
    String list =
        Yaml.compact(Map.of("apiVersion", "v1", "kind", "List", "items", objects))
            // the test's API server is older, and validates what has not changed since
            .replace("policy/v1", "policy/v1beta1");

    assertThat(kubectl(kubeconfig, list).lines()).hasSize(objects.size());
    assertThat(kubectl(kubeconfig, list).lines())
        .as("again, nothing is refused or in conflict")
        .allMatch(line -> line.endsWith(" serverside-applied"));
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = OnARealClusterTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String kubectl(Path kubeconfig, String manifests) throws IOException {
    Path file = Files.writeString(folder.resolve("manifests.yaml"), manifests);
    return Tool.KUBECTL.run(
        "--kubeconfig", kubeconfig.toString(), "apply", "--server-side", "-f", file.toString());
  }

  @Test
  void allThatItNeedsIsPermittedAndNoPermissionIsUnused() {
    List<KubeObject> objects = Deploy.overlay("namespaced");
    try (Installation installation = new Installation(api, folder, "argocd-1", objects);
        NotificationsScenario scenario = new NotificationsScenario(installation)) {
      scenario.play(false);

      List<Audit.Request> requests = scenario.hope().audit().requests();
      assertThat(scenario.hope().forbidden()).isEmpty();
      assertThat(Permission.in(objects))
          .filteredOn(each -> requests.stream().noneMatch(each::permits))
          .as("unused")
          .isEmpty();
    }
  }

  @Test
  void furtherKindsCanBeWatchedAndNothingElse() throws IOException {
    try (KubernetesClient client =
        new KubernetesClientBuilder().withConfig(Config.fromKubeconfig(api.kubeconfig())).build()) {
      for (String namespace : List.of("watched", "unwatched")) {
        client
            .resource("apiVersion: v1\nkind: Namespace\nmetadata: {name: %s}".formatted(namespace))
            .serverSideApply();
      }
      RbacScenario scenario = new RbacScenario(client, folder);

      scenario.permit(
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: argocd-notifications-cm}
          data:
            resource.jobs: '{group: batch, kind: Job, namespaces: [watched]}'
            resource.nodes: '{kind: Node}'
            trigger.on-change: '{when: changed("status"), send: [x]}'
          """);

      assertThat(scenario.permitted("watched"))
          .hasToString(
              "[create events., get events., get jobs.batch, get nodes., list jobs.batch,"
                  + " list nodes., patch events., watch jobs.batch, watch nodes.]");
      assertThat(scenario.permitted("default"))
          .hasToString(
              "[create events., get events., get nodes., list nodes., patch events.,"
                  + " watch nodes.]");
      assertThat(scenario.permitted("unwatched"))
          .hasToString("[get nodes., list nodes., watch nodes.]");
    }
  }
}
