package io.tocsin.notifier.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.tocsin.controller.runtime.ResourceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/**
 * What the sync controller does with a cluster. Ends at the first thing that does not come about,
 * or that the API server forbids.
 */
final class SyncScenario implements AutoCloseable {
  private static final String CONTROLLER = "tocsin-sync-controller";

  private final Installation installation;
  private final String namespace;
  private final Unhindered hope;
  private final Path repository;
  private final Git git;

  SyncScenario(Installation installation, Path folder) {
    this.installation = installation;
    namespace = installation.namespace();
    hope = new Unhindered(installation.audit(CONTROLLER));
    repository = folder.resolve("origin");
    try {
      git = Git.init().setDirectory(repository.toFile()).setInitialBranch("main").call();
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Plays it all. */
  void play() {
    installation.apply(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: AppProject
        metadata: {name: default, namespace: %s}
        spec:
          sourceRepos: ['*']
          destinations: [{server: '*', namespace: '*'}]
          clusterResourceWhitelist: [{group: '*', kind: '*'}]
        """
            .formatted(namespace));
    push("one.yaml", configMap("one", "1"));
    push("replaced.yaml", configMap("replaced", "1"));
    push("roles.yaml", roles());
    Pod pod = installation.start(CONTROLLER, Map.of(), "--local-repositories=" + repository);
    hope.happens("the controller is ready", pod::ready);
    deploys();
    changes();
    assertThat(pod.stop(45)).as("stops within the grace period").isTrue();
  }

  private void deploys() {
    installation.apply(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: shop, namespace: %1$s}
        spec:
          project: default
          source: {repoURL: 'file://%2$s', path: ., targetRevision: main}
          destination: {server: 'https://kubernetes.default.svc', namespace: %1$s}
          syncPolicy: {automated: {prune: true}, syncOptions: [PrunePropagationPolicy=background]}
        """
            .formatted(namespace, repository));
    hope.happens("it is deployed", () -> value("one").equals("1"));
    hope.happens("it is written down", () -> status().contains("phase=Succeeded"));
    hope.happens("an Event tells of it", () -> events() > 0);
  }

  private void changes() {
    push("one.yaml", configMap("one", "2"));
    push("replaced.yaml", "");
    refresh();
    hope.happens("it is changed", () -> value("one").equals("2"));
    hope.happens("what is gone is pruned", () -> value("replaced").isEmpty());
    push("one.yaml", configMap("one", "3"));
    refresh();
    hope.happens("it is changed again", () -> value("one").equals("3"));
  }

  private static String configMap(String name, String value) {
    return """
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: %s
      annotations: {argocd.argoproj.io/sync-options: '%s'}
    data: {value: '%s'}
    """
        .formatted(name, value.equals("3") ? "Replace=true" : "Validate=true", value);
  }

  /** That permit what the controller itself may not. */
  private String roles() {
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRole
    metadata: {name: %1$s-prometheus}
    rules: [{nonResourceURLs: [/metrics], verbs: [get]}]
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRoleBinding
    metadata: {name: %1$s-prometheus}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: %1$s-prometheus}
    subjects: [{kind: ServiceAccount, name: prometheus, namespace: %1$s}]
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: Role
    metadata: {name: cleaner}
    rules: [{apiGroups: [''], resources: [pods], verbs: [deletecollection]}]
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: RoleBinding
    metadata: {name: cleaner}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: cleaner}
    subjects: [{kind: ServiceAccount, name: cleaner, namespace: %1$s}]
    """
        .formatted(namespace);
  }

  private void push(String file, String text) {
    try {
      Files.writeString(repository.resolve(file), text);
      git.add().addFilepattern(".").call();
      git.commit().setSign(false).setMessage("change").setAuthor("Ann", "ann@example.com").call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    }
  }

  private void refresh() {
    installation
        .client()
        .genericKubernetesResources(ResourceKind.APPLICATION.context())
        .inNamespace(namespace)
        .withName("shop")
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"metadata\": {\"annotations\": {\"argocd.argoproj.io/refresh\": \"normal\"}}}");
  }

  private String value(String configMap) {
    var found = installation.client().configMaps().inNamespace(namespace).withName(configMap).get();
    return found == null ? "" : found.getData().get("value");
  }

  private String status() {
    return String.valueOf(
        installation
            .client()
            .genericKubernetesResources(ResourceKind.APPLICATION.context())
            .inNamespace(namespace)
            .withName("shop")
            .get()
            .getAdditionalProperties()
            .get("status"));
  }

  private int events() {
    return installation.client().v1().events().inNamespace(namespace).list().getItems().size();
  }

  @Override
  public void close() {
    git.close();
  }
}
