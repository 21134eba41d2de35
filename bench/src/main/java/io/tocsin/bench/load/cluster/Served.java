package io.tocsin.bench.load.cluster;

import tools.jackson.databind.JsonNode;

/**
 * Objects of one kind in one namespace, as an API server serves them.
 *
 * @param resource the kind's plural
 * @param path where they are listed and created
 */
public record Served(String resource, String kind, String path) {
  /** Those of a CustomResourceDefinition's first version. */
  static Served of(JsonNode definition, String namespace) {
    JsonNode spec = definition.get("spec");
    String resource = spec.at("/names/plural").asString();
    return new Served(
        resource,
        spec.at("/names/kind").asString(),
        "/apis/%s/%s/namespaces/%s/%s"
            .formatted(
                spec.get("group").asString(),
                spec.at("/versions/0/name").asString(),
                namespace,
                resource));
  }
}
