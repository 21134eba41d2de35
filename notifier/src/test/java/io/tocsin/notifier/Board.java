package io.tocsin.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.embedded.EmbeddedKubernetes;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.state.NotifiedAnnotation;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An embedded API with a receiver beside it that writes down what it is told. */
public final class Board implements AutoCloseable {
  private final EmbeddedKubernetes api = EmbeddedKubernetes.start();
  private final Inbox inbox = new Inbox();

  public Board() {
    for (String kind : new String[] {"application", "appproject"}) {
      apply(Objects.file("crds/" + kind + ".yaml"));
    }
  }

  public EmbeddedKubernetes api() {
    return api;
  }

  public KubernetesClient client() {
    return new KubernetesClientBuilder().withConfig(Config.fromKubeconfig(kubeconfig())).build();
  }

  public String kubeconfig() {
    return api.kubeconfig();
  }

  public String url() {
    return inbox.url();
  }

  public void answers(int code) {
    inbox.answers(code);
  }

  /** Path and body of each message that was taken. */
  public List<String> told() {
    return inbox.told();
  }

  public void apply(String yaml) {
    for (Object document : Yaml.documents(yaml.replace("RECEIVER", url()))) {
      api.store().put(Yaml.asMapping(document));
    }
  }

  public void application(String namespace, String name, String phase) {
    apply(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: %s, namespace: %s, labels: {team: %s}}
        status: {phase: %s}
        """
            .formatted(name, namespace, namespace, phase));
  }

  public void applicationDegraded(String namespace, String name) {
    apply(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: %s, namespace: %s}
        status: {health: {status: Degraded}}
        """
            .formatted(name, namespace));
  }

  public List<Map<String, Object>> list(String kind) {
    return api.store().list("v1", kind);
  }

  public KubeObject object(String namespace, String name) {
    return new KubeObject(
        api.store()
            .get("argoproj.io/v1alpha1", "Application", namespace, name)
            .orElseGet(() -> Map.of("metadata", Map.of("name", name, "namespace", namespace))));
  }

  public KubeObject labelled(String label, String value) {
    return new KubeObject(Map.of("metadata", Map.of("labels", Map.of(label, value))));
  }

  public String annotation(String namespace, String name) {
    return object(namespace, name).annotations().getOrDefault(NotifiedAnnotation.NAME, "");
  }

  public String version(String namespace, String name) {
    return object(namespace, name).resourceVersion();
  }

  public void delete(String namespace, String name) {
    api.store().delete("argoproj.io/v1alpha1", "Application", namespace, name);
  }

  public void awaitTold(String... messages) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(told()).containsExactlyInAnyOrder(messages));
  }

  @Override
  public void close() {
    inbox.close();
    api.close();
  }
}
