package io.tocsin.notifier.failure;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.notifier.config.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** A Git repository, an Application of it, and the hands of kubelet where it is deployed. */
final class Deployed implements AutoCloseable {
  static final String NAME = "shop";
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final KubernetesClient client;
  private final ControlPlane plane;
  private final Path folder;
  private final Git git;
  private final String namespace;

  Deployed(KubernetesClient client, ControlPlane plane, Path folder) throws GitAPIException {
    this.client = client;
    this.plane = plane;
    this.folder = folder;
    this.git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
    this.namespace = "team-" + plane.namespace();
    plane.create(
        Yaml.mapping("{apiVersion: v1, kind: Namespace, metadata: {name: " + namespace + "}}"));
  }

  void push(Map<String, String> files) throws IOException, GitAPIException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    git.add().addFilepattern(".").call();
    git.commit().setSign(false).setMessage("change").setAuthor("Ann", "ann@example.com").call();
  }

  /** An Application that waits to be synced, in a project that permits everything. */
  void createApplication() {
    plane.create(
        Yaml.mapping(
            """
            apiVersion: argoproj.io/v1alpha1
            kind: AppProject
            metadata: {name: default, namespace: %s}
            spec:
              sourceRepos: ['*']
              destinations: [{server: '*', namespace: '*'}]
            """
                .formatted(plane.namespace())));
    plane.create(
        Yaml.mapping(
            """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: shop, namespace: %s}
            spec:
              project: default
              source: {repoURL: 'file://%s', path: '.', targetRevision: main}
              destination: {server: 'https://kubernetes.default.svc', namespace: %s}
            """
                .formatted(plane.namespace(), folder, namespace)));
  }

  void sync() {
    List<String> options = List.of("PrunePropagationPolicy=background");
    plane.patch(NAME, Map.of("operation", Map.of("sync", Map.of("syncOptions", options))));
  }

  Object status(String... path) {
    Map<String, Object> status = new HashMap<>();
    GenericKubernetesResource application = plane.get(NAME);
    status.put("status", application.getAdditionalProperties().get("status"));
    Object value = status.get("status");
    for (String key : path) {
      value = value instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return value;
  }

  void awaitMessage(String part) {
    await()
        .atMost(LIMIT)
        .until(() -> String.valueOf(status("operationState", "message")).contains(part));
  }

  void awaitPhase(String phase) {
    await()
        .atMost(LIMIT)
        .until(
            () ->
                phase.equals(status("operationState", "phase"))
                    && plane.get(NAME).getAdditionalProperties().get("operation") == null);
  }

  Optional<Job> job(String name) {
    return Optional.ofNullable(
        client.batch().v1().jobs().inNamespace(namespace).withName(name).get());
  }

  String awaitJob(String name) {
    await().atMost(LIMIT).until(() -> job(name).isPresent());
    return job(name).orElseThrow().getMetadata().getUid();
  }

  void finish(String job) {
    client
        .batch()
        .v1()
        .jobs()
        .inNamespace(namespace)
        .withName(job)
        .editStatus(
            live ->
                new JobBuilder(live)
                    .editOrNewStatus()
                    .addNewCondition()
                    .withType("Complete")
                    .withStatus("True")
                    .endCondition()
                    .endStatus()
                    .build());
  }

  Optional<String> value(String configMap) {
    return Optional.ofNullable(client.configMaps().inNamespace(namespace).withName(configMap).get())
        .map(live -> live.getData().get("value"));
  }

  @Override
  public void close() {
    git.close();
  }
}
