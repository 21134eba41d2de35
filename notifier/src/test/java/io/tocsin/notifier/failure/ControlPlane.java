package io.tocsin.notifier.failure;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.notifier.cluster.ControllerOptions;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.demo.Demo;
import io.tocsin.notifier.state.NotifiedAnnotation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/** A namespace with Applications and a configuration, and the hands of Argo CD in it. */
final class ControlPlane {
  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);
  private static final int WRITERS = 8;

  private final KubernetesClient client;
  private final String namespace;

  ControlPlane(KubernetesClient client) {
    this(client, "argocd-" + UUID.randomUUID().toString().substring(0, 8));
    definitions();
  }

  private ControlPlane(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
    create(Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", namespace)));
  }

  /** Another namespace of the same cluster. */
  ControlPlane other(String name) {
    return new ControlPlane(client, name);
  }

  String namespace() {
    return namespace;
  }

  void configMap(Map<String, String> data) {
    create(manifest("v1", "ConfigMap", ControllerOptions.CONFIG_MAP, "data", data));
  }

  void secret(Map<String, String> data) {
    create(manifest("v1", "Secret", ControllerOptions.SECRET, "stringData", data));
  }

  /** Creates an Application that is healthy at a revision. */
  void application(String name, String revision, Map<String, String> annotations) {
    create(Applications.healthy(namespace, name, revision, annotations));
  }

  void create(Map<String, Object> manifest) {
    client.resource(Yaml.compact(manifest)).create();
  }

  void revision(String name, String revision) {
    patch(name, Map.of("status", Map.of("sync", Map.of("revision", revision))));
  }

  /** Writes a status that says nothing new, as each comparison does. */
  void reconciled(String name, int second) {
    String time = "2026-01-01T00:%02d:%02dZ".formatted(second / 60, second % 60);
    patch(name, Map.of("status", Map.of("reconciledAt", time)));
  }

  void annotate(String name, String key, String value) {
    Map<String, Object> annotation = new HashMap<>();
    annotation.put(key, value);
    patch(name, Map.of("metadata", Map.of("annotations", annotation)));
  }

  void patch(String name, Map<String, Object> change) {
    application(name).patch(MERGE, Yaml.compact(change));
  }

  /** The Application as it is now. */
  GenericKubernetesResource get(String name) {
    return application(name).get();
  }

  Map<String, String> annotations(String name) {
    Map<String, String> found = application(name).get().getMetadata().getAnnotations();
    return found == null ? Map.of() : found;
  }

  /** What the state of an Application says was told. */
  Map<String, Long> told(String name) {
    return NotifiedAnnotation.read(annotations(name));
  }

  void awaitTold(String name, int entries) {
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> told(name).size() == entries);
  }

  /** The messages of the Events about an object. */
  List<String> events(String name) {
    return client.v1().events().inNamespace(namespace).list().getItems().stream()
        .filter(event -> name.equals(event.getInvolvedObject().getName()))
        .map(event -> event.getReason() + ": " + event.getMessage())
        .toList();
  }

  /** Does something for each number from 0, several side by side. */
  static void each(int count, IntConsumer work) {
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      var all = new java.util.ArrayList<java.util.concurrent.Future<?>>();
      for (int i = 0; i < count; i++) {
        int number = i;
        all.add(writers.submit(() -> work.accept(number)));
      }
      for (var each : all) {
        each.get();
      }
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Object> manifest(
      String version, String kind, String name, String field, Object content) {
    return Map.of(
        "apiVersion",
        version,
        "kind",
        kind,
        "metadata",
        Map.of("name", name, "namespace", namespace),
        field,
        content);
  }

  private Resource<GenericKubernetesResource> application(String name) {
    return client
        .genericKubernetesResources(ResourceKind.APPLICATION.context())
        .inNamespace(namespace)
        .withName(name);
  }

  private void definitions() {
    for (String kind : List.of("application", "appproject")) {
      try {
        create(Yaml.mapping(text("crds/" + kind + ".yaml")));
      } catch (KubernetesClientException e) {
        if (e.getCode() != 409) {
          throw e;
        }
      }
    }
    for (ResourceKind kind : List.of(ResourceKind.APPLICATION, ResourceKind.APP_PROJECT)) {
      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .until(
              () ->
                  client.genericKubernetesResources(kind.context()).inAnyNamespace().list()
                      != null);
    }
  }

  private static String text(String file) {
    try (InputStream stream = Demo.class.getResourceAsStream(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
