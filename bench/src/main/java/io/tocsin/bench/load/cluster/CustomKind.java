package io.tocsin.bench.load.cluster;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A kind that only the harness knows, as operators have them. */
record CustomKind(int number) {
  static final String GROUP = "kinds.load.tocsin.io";
  private static final String VERSION = "v1";
  static final String API_VERSION = GROUP + "/" + VERSION;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The first of them. */
  static List<CustomKind> first(int count) {
    return IntStream.range(0, count).mapToObj(CustomKind::new).toList();
  }

  String kind() {
    return "Task%02d".formatted(number);
  }

  /** What it is watched as. */
  String singular() {
    return "task%02d".formatted(number);
  }

  private String plural() {
    return singular() + "s";
  }

  /** Its CustomResourceDefinition: an object with whatever fields. */
  JsonNode definition() {
    Map<String, Object> version =
        Map.of(
            "name",
            VERSION,
            "served",
            true,
            "storage",
            true,
            "schema",
            Map.of(
                "openAPIV3Schema",
                Map.of("type", "object", "x-kubernetes-preserve-unknown-fields", true)));
    Map<String, Object> names =
        Map.of(
            "kind",
            kind(),
            "listKind",
            kind() + "List",
            "singular",
            singular(),
            "plural",
            plural());
    Map<String, Object> spec =
        Map.of("group", GROUP, "scope", "Namespaced", "names", names, "versions", List.of(version));
    return JSON.valueToTree(
        Map.of(
            "apiVersion",
            "apiextensions.k8s.io/v1",
            "kind",
            "CustomResourceDefinition",
            "metadata",
            Map.of("name", plural() + "." + GROUP),
            "spec",
            spec));
  }
}
