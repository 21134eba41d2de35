package io.tocsin.notifier.cluster;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.tocsin.controller.runtime.KubeObjects;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.state.NotifiedAnnotation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects of any kind in a namespace of their own, which texts call {@code NAMESPACE}. */
final class AnyObjects implements AutoCloseable {
  static final ResourceKind JOB = new ResourceKind("batch", "v1", "Job", "jobs", true);
  static final ResourceKind NODE = new ResourceKind("", "v1", "Node", "nodes", false);
  static final ResourceKind DEPLOYMENT =
      new ResourceKind("apps", "v1", "Deployment", "deployments", true);

  private final KubernetesClient client;
  private final Cluster cluster;

  AnyObjects(KubernetesClient client) {
    this.client = client;
    cluster = new Cluster(client);
    cluster.installDefinitions();
  }

  String namespace() {
    return cluster.namespace();
  }

  void configuration(String data) {
    Map<String, Object> configMap = new HashMap<>();
    configMap.put("apiVersion", "v1");
    configMap.put("kind", "ConfigMap");
    configMap.put(
        "metadata", Map.of("name", ControllerOptions.CONFIG_MAP, "namespace", namespace()));
    configMap.put("data", Yaml.parse(data.replace("NAMESPACE", namespace())));
    client.resource(Yaml.write(configMap)).create();
  }

  /** Changes one key of the configuration, or takes it away for null. */
  void configure(String key, String text) {
    merge(
        ResourceKind.CONFIG_MAP,
        ControllerOptions.CONFIG_MAP,
        Map.of("data", Collections.singletonMap(key, text)));
  }

  /** Makes the definition of a kind that a file holds, unless it is there already. */
  void install(String file, ResourceKind kind) {
    try {
      create(Files.readString(Path.of(file)));
    } catch (KubernetesClientException e) {
      if (e.getCode() != 409) {
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitServed(kind);
  }

  void create(String yaml) {
    client.resource(Yaml.write(Yaml.parse(yaml.replace("NAMESPACE", namespace())))).create();
  }

  void job(String name) {
    create(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: %s, namespace: NAMESPACE}
        spec:
          template:
            spec: {restartPolicy: Never, containers: [{name: c, image: busybox}]}
        """
            .formatted(name));
  }

  void deployment(String name, String tier, int replicas) {
    create(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: %s, namespace: NAMESPACE, labels: {tier: %s}}
        spec:
          replicas: %d
          selector: {matchLabels: {app: %s}}
          template:
            metadata: {labels: {app: %s}}
            spec: {containers: [{name: c, image: busybox}]}
        """
            .formatted(name, tier, replicas, name, name));
  }

  void scale(String deployment, int replicas) {
    merge(DEPLOYMENT, deployment, Map.of("spec", Map.of("replicas", replicas)));
  }

  void delete(ResourceKind kind, String name) {
    resource(kind, name).delete();
  }

  void status(ResourceKind kind, String name, String status) {
    await()
        .ignoreExceptions()
        .until(
            () ->
                resource(kind, name)
                        .editStatus(
                            object -> {
                              object.setAdditionalProperty("status", Yaml.parse(status));
                              return object;
                            })
                    != null);
  }

  void annotate(ResourceKind kind, String name, String annotation, String value) {
    merge(kind, name, Map.of("metadata", Map.of("annotations", Map.of(annotation, value))));
  }

  Map<String, String> annotations(ResourceKind kind, String name) {
    return KubeObjects.of(resource(kind, name).get()).annotations();
  }

  /** What is recorded on it, or an empty text. */
  String recorded(ResourceKind kind, String name) {
    return annotations(kind, name).getOrDefault(NotifiedAnnotation.NAME, "");
  }

  /** Installs a kind like that of cert-manager, in a group of its own. */
  ResourceKind certificates(String group) {
    return certificates(group, "v1");
  }

  /** The same in some version. */
  ResourceKind certificates(String group, String version) {
    ResourceKind kind = new ResourceKind(group, version, "Certificate", "certificates", true);
    create(
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: certificates.%s}
        spec:
          group: %s
          scope: Namespaced
          names: {plural: certificates, singular: certificate, kind: Certificate}
          versions:
            - name: %s
              served: true
              storage: true
              schema:
                openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}
        """
            .formatted(group, group, version));
    awaitServed(kind);
    return kind;
  }

  /** Discovery tells of a kind a moment after it can be listed. */
  private void awaitServed(ResourceKind kind) {
    await()
        .ignoreExceptions()
        .until(
            () ->
                !client
                        .genericKubernetesResources(kind.context())
                        .inNamespace(namespace())
                        .list()
                        .getMetadata()
                        .getResourceVersion()
                        .isEmpty()
                    && client.getApiResources(kind.apiVersion()).getResources().stream()
                        .anyMatch(served -> served.getKind().equals(kind.kind())));
  }

  /** Deletes the definition of a kind, and with it all objects. */
  void takeAway(ResourceKind kind) {
    Resource<GenericKubernetesResource> definition =
        resource(
            new ResourceKind(
                "apiextensions.k8s.io",
                "v1",
                "CustomResourceDefinition",
                "customresourcedefinitions",
                false),
            kind.plural() + "." + kind.group());
    definition.delete();
    await().until(() -> definition.get() == null);
  }

  void certificate(ResourceKind kind, String name, Instant notAfter) {
    create(
        """
        apiVersion: %s
        kind: Certificate
        metadata: {name: %s, namespace: NAMESPACE}
        status: {notAfter: '%s'}
        """
            .formatted(kind.apiVersion(), name, notAfter));
  }

  List<String> eventsAbout(String name) {
    return client.v1().events().inNamespace(namespace()).list().getItems().stream()
        .filter(event -> event.getInvolvedObject().getName().equals(name))
        .map(Event::getMessage)
        .toList();
  }

  List<String> eventsAboutEvents() {
    return client.v1().events().inNamespace(namespace()).list().getItems().stream()
        .filter(event -> event.getInvolvedObject().getKind().equals("Event"))
        .map(Event::getMessage)
        .toList();
  }

  @Override
  public void close() {
    cluster.close();
  }

  private void merge(ResourceKind kind, String name, Map<String, Object> patch) {
    resource(kind, name).patch(PatchContext.of(PatchType.JSON_MERGE), Yaml.compact(patch));
  }

  private Resource<GenericKubernetesResource> resource(ResourceKind kind, String name) {
    var all = client.genericKubernetesResources(kind.context());
    return kind.namespaced() ? all.inNamespace(namespace()).withName(name) : all.withName(name);
  }
}
