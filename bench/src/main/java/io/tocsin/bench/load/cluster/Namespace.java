package io.tocsin.bench.load.cluster;

import io.tocsin.bench.load.receiver.Receiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A namespace of the harness's own, with what a notifications controller reads there. */
public final class Namespace implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String DEFINITIONS =
      "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
  private static final long DEFINITION_LIMIT_NANOS = 30_000_000_000L;
  private static final int NOT_FOUND = 404;

  private final Api api;
  private final String name;
  private final boolean leave;

  private Namespace(Api api, String name, boolean leave) {
    this.api = api;
    this.name = name;
    this.leave = leave;
  }

  /**
   * Creates the definitions that are missing, and a namespace.
   *
   * @param definitions a folder of CustomResourceDefinitions as YAML files
   * @param leave whether it stays when this is closed, as its server is about to go anyway
   */
  public static Namespace create(Api api, Path definitions, boolean leave)
      throws IOException, InterruptedException {
    try (var files = Files.list(definitions)) {
      for (Path file : files.sorted().toList()) {
        define(api, YAMLMapper.builder().build().readTree(Files.readString(file)));
      }
    }
    String name = "tocsin-load-%06x".formatted(ThreadLocalRandom.current().nextInt(1 << 24));
    String body = object("v1", "Namespace", name, Map.of());
    api.send("POST", "namespaces", "/api/v1/namespaces", Api.JSON, body);
    Namespace created = new Namespace(api, name, leave);
    created.awaitDefinitions();
    created.createProject();
    return created;
  }

  private static void define(Api api, JsonNode definition) {
    String path = DEFINITIONS + "/" + definition.get("metadata").get("name").asString();
    if (api.get(path).status() == NOT_FOUND) {
      api.send("POST", "customresourcedefinitions", DEFINITIONS, Api.JSON, definition.toString());
    }
  }

  private void awaitDefinitions() throws InterruptedException {
    long end = System.nanoTime() + DEFINITION_LIMIT_NANOS;
    String projects = Applications.path(name).replace(Applications.RESOURCE, "appprojects");
    while (!api.get(Applications.path(name)).isGood() || !api.get(projects).isGood()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The API server does not serve Applications.");
      }
      Thread.sleep(100);
    }
  }

  private void createProject() {
    Map<String, Object> everything =
        Map.of(
            "spec",
            Map.of(
                "sourceRepos",
                List.of("*"),
                "destinations",
                List.of(Map.of("server", "*", "namespace", "*"))));
    api.send(
        "POST",
        "appprojects",
        Applications.path(name).replace(Applications.RESOURCE, "appprojects"),
        Api.JSON,
        object("argoproj.io/v1alpha1", "AppProject", "default", everything));
  }

  /** Writes the configuration, and an empty Secret beside it. */
  public void configure(Audience audience, List<Receiver> receivers) {
    create("Secret", "secrets", "argocd-notifications-secret", Map.of());
    create(
        "ConfigMap",
        "configmaps",
        "argocd-notifications-cm",
        Map.of("data", NotificationsConfig.data(audience, receivers)));
  }

  private void create(String kind, String resource, String object, Map<String, Object> content) {
    api.send(
        "POST",
        resource,
        "/api/v1/namespaces/%s/%s".formatted(name, resource),
        Api.JSON,
        object("v1", kind, object, content));
  }

  private static String object(
      String apiVersion, String kind, String name, Map<String, Object> content) {
    var object = JSON.createObjectNode().put("apiVersion", apiVersion).put("kind", kind);
    object.putObject("metadata").put("name", name);
    content.forEach((key, value) -> object.set(key, JSON.valueToTree(value)));
    return object.toString();
  }

  public String name() {
    return name;
  }

  /** Deletes the applications and the namespace; the definitions stay. */
  @Override
  public void close() {
    if (!leave) {
      api.trySend("DELETE", Applications.RESOURCE, Applications.path(name), Api.JSON, "{}");
      api.trySend("DELETE", "namespaces", "/api/v1/namespaces/" + name, Api.JSON, "{}");
    }
  }
}
