package io.tocsin.notifier.deploy;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.embedded.real.RealKubernetes;
import io.tocsin.notifier.Objects;
import io.tocsin.notifier.config.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Manifests of deploy/ that were applied to a real API server, and the pods that they ask for. */
final class Installation implements AutoCloseable {
  private final RealKubernetes api;
  private final KubernetesClient client;
  private final Path folder;
  private final String namespace;
  private final List<KubeObject> objects;
  private final List<Pod> pods = new ArrayList<>();

  /**
   * Applies manifests as an administrator does.
   *
   * @param folder for what pods write
   * @param namespace in the place of argocd
   */
  Installation(RealKubernetes api, Path folder, String namespace, List<KubeObject> manifests) {
    this.api = api;
    this.folder = folder;
    this.namespace = namespace;
    objects = manifests.stream().map(each -> new KubeObject(moved(each.content()))).toList();
    client =
        new KubernetesClientBuilder().withConfig(Config.fromKubeconfig(api.kubeconfig())).build();
    apply(
        "{apiVersion: v1, kind: Namespace, metadata: {name: %s}}".formatted(namespace),
        Objects.file("crds/application.yaml"),
        Objects.file("crds/appproject.yaml"));
    await()
        .ignoreExceptions()
        .until(
            () ->
                client.genericKubernetesResources(ResourceKind.APPLICATION.context()).list() != null
                    && client.genericKubernetesResources(ResourceKind.APP_PROJECT.context()).list()
                        != null);
    objects.stream().map(Installation::served).forEach(this::apply);
  }

  /** As the test's old API server has it, which validates it as well. */
  private static KubeObject served(KubeObject object) {
    Map<String, Object> content = new LinkedHashMap<>(object.content());
    content.computeIfPresent(
        "apiVersion", (key, version) -> version.equals("policy/v1") ? "policy/v1beta1" : version);
    return new KubeObject(content);
  }

  private Map<String, Object> moved(Map<?, ?> content) {
    Map<String, Object> moved = new LinkedHashMap<>();
    content.forEach(
        (key, value) ->
            moved.put((String) key, key.equals("namespace") ? namespace : movedWithin(value)));
    return moved;
  }

  private Object movedWithin(Object value) {
    return switch (value) {
      case Map<?, ?> map -> moved(map);
      case List<?> list -> list.stream().map(this::movedWithin).toList();
      default -> value;
    };
  }

  String namespace() {
    return namespace;
  }

  KubernetesClient client() {
    return client;
  }

  void apply(KubeObject object) {
    apply(Yaml.compact(object.content()));
  }

  /** Server-side, as {@code kubectl apply --server-side} does. */
  void apply(String... manifests) {
    for (String manifest : manifests) {
      client.resource(Yaml.compact(Yaml.parse(manifest))).forceConflicts().serverSideApply();
    }
  }

  /** A kubeconfig for a service account, with a token of its own. */
  Path kubeconfig(String account) {
    TokenRequest token =
        client
            .serviceAccounts()
            .inNamespace(namespace)
            .withName(account)
            .tokenRequest(new TokenRequest());
    try {
      return Files.writeString(
          folder.resolve(account + ".kubeconfig"),
          api.kubeconfig(token.getStatus().getToken(), namespace));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a service account asked. */
  Audit audit(String account) {
    return new Audit(api.auditLog(), "system:serviceaccount:%s:%s".formatted(namespace, account));
  }

  /** Starts a pod of a Deployment, with further arguments. */
  Pod start(String deployment, Map<String, String> environment, String... arguments) {
    KubeObject found =
        objects.stream()
            .filter(each -> each.kind().equals("Deployment") && each.name().equals(deployment))
            .findFirst()
            .orElseThrow();
    Map<String, String> all = new HashMap<>(environment);
    all.put("KUBECONFIG", kubeconfig(deployment).toString());
    Pod pod = Pod.start(found, List.of(arguments), all, folder);
    pods.add(pod);
    return pod;
  }

  @Override
  public void close() {
    pods.forEach(Pod::close);
    client.genericKubernetesResources(ResourceKind.APPLICATION.context()).inAnyNamespace().delete();
    client.close();
  }
}
