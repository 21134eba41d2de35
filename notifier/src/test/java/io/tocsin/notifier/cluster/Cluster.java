package io.tocsin.notifier.cluster;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.KubeObjects;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.notifier.Objects;
import io.tocsin.notifier.config.Yaml;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A namespace of its own on a Kubernetes API, and the hands of Argo CD in it. */
final class Cluster implements AutoCloseable {
  private static final Instant STARTED = Instant.parse("2021-07-03T12:53:44Z");

  private final KubernetesClient client;
  private final String namespace = "argocd-" + UUID.randomUUID().toString().substring(0, 8);

  Cluster(KubernetesClient client) {
    this.client = client;
    create(Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", namespace)));
  }

  String namespace() {
    return namespace;
  }

  void installDefinitions() {
    for (String kind : new String[] {"application", "appproject"}) {
      Object definition = Yaml.parse(Objects.file("crds/" + kind + ".yaml"));
      try {
        create(definition);
      } catch (KubernetesClientException e) {
        if (e.getCode() != 409) {
          throw e;
        }
      }
    }
    await()
        .ignoreExceptions()
        .until(
            () ->
                !client
                    .genericKubernetesResources(ResourceKind.APPLICATION.context())
                    .inNamespace(namespace)
                    .list()
                    .getMetadata()
                    .getResourceVersion()
                    .isEmpty());
    await()
        .ignoreExceptions()
        .until(
            () ->
                !client
                    .genericKubernetesResources(ResourceKind.APP_PROJECT.context())
                    .inNamespace(namespace)
                    .list()
                    .getMetadata()
                    .getResourceVersion()
                    .isEmpty());
  }

  /** Applies an example with the robot's address and this namespace. */
  void apply(String file, String robot) {
    String text =
        Objects.file(file)
            .replace("https://oapi.dingtalk.com", robot)
            .replace("namespace: argocd\n", "namespace: " + namespace + "\n");
    for (Object document : Yaml.documents(text)) {
      try {
        create(document);
      } catch (KubernetesClientException e) {
        if (e.getCode() != 409) {
          throw e;
        }
      }
    }
  }

  void configMap(Map<String, String> data) {
    resource(ResourceKind.CONFIG_MAP, ControllerOptions.CONFIG_MAP)
        .patch(PatchContext.of(PatchType.JSON_MERGE), Yaml.compact(Map.of("data", data)));
  }

  void annotateProject(String name, String value) {
    annotate(resource(ResourceKind.APP_PROJECT, "default"), name, value);
  }

  void annotate(String name, String value) {
    annotate(application(), name, value);
  }

  private static void annotate(
      Resource<GenericKubernetesResource> object, String name, String value) {
    object.patch(
        PatchContext.of(PatchType.JSON_MERGE),
        Yaml.compact(Map.of("metadata", Map.of("annotations", Map.of(name, value)))));
  }

  /** Writes a status as Argo CD does once it compared the state after an operation. */
  void status(String sync, String health, String phase) {
    write(sync, health, phase, STARTED.plusSeconds(2));
  }

  /** Writes the status that stands between the end of an operation and the comparison. */
  void unrefreshed(String sync, String health, String phase) {
    write(sync, health, phase, STARTED);
  }

  private void write(String sync, String health, String phase, Instant reconciled) {
    Map<String, Object> status = new HashMap<>();
    status.put("sync", Map.of("status", sync, "revision", "53e28ff"));
    status.put("health", Map.of("status", health));
    status.put("reconciledAt", reconciled.toString());
    if (phase != null) {
      Map<String, Object> operation = new HashMap<>();
      operation.put("phase", phase);
      operation.put("startedAt", STARTED.toString());
      operation.put(
          "finishedAt", phase.equals("Succeeded") ? STARTED.plusSeconds(1).toString() : null);
      status.put("operationState", operation);
    }
    application()
        .patch(PatchContext.of(PatchType.JSON_MERGE), Yaml.compact(Map.of("status", status)));
  }

  void delete() {
    application().delete();
  }

  String annotation(String name) {
    return current().annotations().getOrDefault(name, "");
  }

  String resourceVersion() {
    return current().resourceVersion();
  }

  @Override
  public void close() {
    client.close();
  }

  private KubeObject current() {
    return KubeObjects.of(application().get());
  }

  private Resource<GenericKubernetesResource> application() {
    return resource(ResourceKind.APPLICATION, "guestbook");
  }

  private Resource<GenericKubernetesResource> resource(ResourceKind kind, String name) {
    return client.genericKubernetesResources(kind.context()).inNamespace(namespace).withName(name);
  }

  private void create(Object object) {
    client.resource(Yaml.write(object)).create();
  }
}
