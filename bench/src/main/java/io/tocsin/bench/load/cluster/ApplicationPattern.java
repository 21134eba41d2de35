package io.tocsin.bench.load.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The Application that all are made from, as an {@link ObjectPattern}. */
public final class ApplicationPattern {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> SERVERS_OWN =
      List.of("uid", "resourceVersion", "generation", "creationTimestamp", "managedFields");

  private final ObjectPattern pattern;

  private ApplicationPattern(ObjectNode application) {
    ObjectNode metadata = (ObjectNode) application.get("metadata");
    metadata.remove(SERVERS_OWN);
    metadata.remove("annotations");
    ((ObjectNode) application.get("status")).putObject("health").put("status", "Progressing");
    pattern = new ObjectPattern(application);
  }

  /**
   * Reads a pattern: an Application, or an object whose {@code app} is one.
   *
   * @throws IllegalArgumentException when the file holds neither
   */
  public static ApplicationPattern read(Path file) throws IOException {
    JsonNode root = JSON.readTree(Files.readString(file));
    if (root.path("app").isObject()) {
      root = root.get("app");
    }
    if (root instanceof ObjectNode application
        && application.path("metadata").path("name").isString()
        && application.path("status").isObject()) {
      return new ApplicationPattern(application);
    }
    throw new IllegalArgumentException(
        file + ": is no Application with metadata.name and a status");
  }

  /** An Application that has not turned yet, as JSON. */
  String make(
      String namespace, String own, Map<String, String> labels, Map<String, String> annotations) {
    return JSON.writeValueAsString(pattern.make(namespace, own, labels, annotations));
  }

  /**
   * The merge patch that turns an application: healthy after a sync to this revision that has just
   * finished, compared a second later.
   */
  static String turn(String revision, Instant now) {
    return state("Healthy", revision, now);
  }

  /** A patch of the same size after which nothing is worth telling. */
  static String noTurn(String revision, Instant now) {
    return state("Progressing", revision, now);
  }

  private static String state(String health, String revision, Instant now) {
    Instant finished = now.truncatedTo(ChronoUnit.SECONDS);
    return """
    {"status":{"health":{"status":"%s"},"sync":{"status":"Synced","revision":"%s"},\
    "operationState":{"phase":"Succeeded","finishedAt":"%s","syncResult":{"revision":"%s"}},\
    "reconciledAt":"%s"}}"""
        .formatted(health, revision, finished, revision, finished.plusSeconds(1));
  }
}
