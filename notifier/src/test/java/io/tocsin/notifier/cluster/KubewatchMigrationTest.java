package io.tocsin.notifier.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.embedded.EmbeddedKubernetes;
import io.tocsin.embedded.real.RealKubernetes;
import io.tocsin.notifier.Inbox;
import io.tocsin.notifier.cli.Run;
import io.tocsin.notifier.config.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** What {@code migrate kubewatch} prints, applied as it is, tells what kubewatch told. */
@Timeout(60)
class KubewatchMigrationTest {
  private static final ResourceKind POD = new ResourceKind("", "v1", "Pod", "pods", true);

  @TempDir private Path folder;
  private final Inbox inbox = new Inbox();
  private AnyObjects objects;

  @AfterEach
  void close() {
    inbox.close();
  }

  @Test
  void eachChangeIsToldOnceInKubewatchsWords() throws IOException {
    try (EmbeddedKubernetes api = EmbeddedKubernetes.start()) {
      changesAreTold(api.kubeconfig());
      assertThat(texts()).hasSize(9);
    }
  }

  /** A pod that is deleted there is marked before that, which is an update. */
  @Test
  @EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
  void eachChangeIsToldOfARealApi() throws IOException {
    try (RealKubernetes api = RealKubernetes.start(RealKubernetes.assets().orElseThrow())) {
      changesAreTold(api.kubeconfig());
      assertThat(texts().distinct()).hasSize(9);
    }
  }

  private void changesAreTold(String kubeconfig) throws IOException {
    try (AnyObjects made = new AnyObjects(client(kubeconfig))) {
      objects = made;
      for (Object manifest : Yaml.documents(translated())) {
        objects.create(Yaml.write(manifest));
      }
      objects.deployment("before", "front", 1);
      objects.create(
          "{apiVersion: v1, kind: ServiceAccount, metadata: {name: default, namespace: NAMESPACE}}");
      try (RunningController controller =
          RunningController.start(client(kubeconfig), objects.namespace())) {
        assertThat(controller.metrics()).contains("argocd_notifications_config_errors 0.0");
        for (String kind : List.of("deployments", "pods", "configmaps")) {
          await().until(() -> controller.controller().watches(kind));
        }
        aDeploymentComesAndGoes();
        comesAndGoes(POD, ", spec: {containers: [{name: c, image: busybox}]}");
        comesAndGoes(ResourceKind.CONFIG_MAP, "");
        controller.awaitIdle();
      }
    }
  }

  private void aDeploymentComesAndGoes() {
    objects.deployment("web", "front", 1);
    told("Deployment", "web", "Created");
    objects.scale("web", 3);
    told("Deployment", "web", "Updated");
    objects.delete(AnyObjects.DEPLOYMENT, "web");
    told("Deployment", "web", "Deleted");
  }

  private void comesAndGoes(ResourceKind kind, String fields) {
    objects.create(
        "{apiVersion: v1, kind: %s, metadata: {name: a, namespace: NAMESPACE}%s}"
            .formatted(kind.kind(), fields));
    told(kind.kind(), "a", "Created");
    objects.annotate(kind, "a", "example.com/note", "seen");
    told(kind.kind(), "a", "Updated");
    objects.delete(kind, "a");
    told(kind.kind(), "a", "Deleted");
  }

  private String translated() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("kubewatch.yaml"),
            """
            handler: {webhook: {url: %s}}
            resource: {deployment: true, pod: true, configmap: true}
            namespace: %s
            """
                .formatted(inbox.url(), objects.namespace()));
    Run run = Run.of("migrate", "kubewatch", file.toString(), "-n", objects.namespace());
    assertThat(run.code()).isZero();
    return run.out();
  }

  private void told(String kind, String name, String reason) {
    String text =
        "A `%s` in namespace `%s` has been `%s`:\n`%s`"
            .formatted(kind, objects.namespace(), reason, name);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(texts()).containsOnlyOnce(text));
  }

  private Stream<String> texts() {
    return inbox.told().stream()
        .map(told -> Yaml.mapping(told.substring(told.indexOf('{'))).get("text").toString());
  }

  private static KubernetesClient client(String kubeconfig) {
    return new KubernetesClientBuilder().withConfig(Config.fromKubeconfig(kubeconfig)).build();
  }
}
