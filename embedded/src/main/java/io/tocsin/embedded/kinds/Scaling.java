package io.tocsin.embedded.kinds;

import io.tocsin.embedded.json.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where objects keep their number of replicas.
 *
 * @param wanted the path of the number that is wanted
 * @param present the path of the number that is there
 * @param selector the path of a selector as text; empty when there is none
 */
public record Scaling(List<String> wanted, List<String> present, List<String> selector) {
  /** Where the built-in kinds keep theirs. */
  public static final Scaling BUILT_IN =
      new Scaling(List.of("spec", "replicas"), List.of("status", "replicas"), List.of());

  static Scaling of(Map<String, Object> scale) {
    return new Scaling(
        path(Tree.text(scale, "specReplicasPath")),
        path(Tree.text(scale, "statusReplicasPath")),
        path(Tree.text(scale, "labelSelectorPath")));
  }

  private static List<String> path(String text) {
    return Stream.of(text.split("\\.")).filter(step -> !step.isEmpty()).toList();
  }

  /** An {@code autoscaling/v1} scale of an object. */
  public Map<String, Object> read(Map<String, Object> object) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    for (String key : List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")) {
      metadata.put(key, Tree.map(object, "metadata").get(key));
    }
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("replicas", number(object, present));
    String selected = selector(object);
    if (!selected.isEmpty()) {
      status.put("selector", selected);
    }
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("replicas", number(object, wanted));
    Map<String, Object> scale = new LinkedHashMap<>();
    scale.put("kind", "Scale");
    scale.put("apiVersion", "autoscaling/v1");
    scale.put("metadata", metadata);
    scale.put("spec", spec);
    scale.put("status", status);
    return scale;
  }

  private static long number(Map<String, Object> object, List<String> path) {
    return Tree.at(object, path) instanceof Number number ? number.longValue() : 0;
  }

  private String selector(Map<String, Object> object) {
    if (!selector.isEmpty()) {
      return Tree.at(object, selector) instanceof String text ? text : "";
    }
    Object labels = Tree.at(object, List.of("spec", "selector", "matchLabels"));
    return Tree.asMap(labels).entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(Collectors.joining(","));
  }

  /** Sets the number that is wanted. */
  public void write(Map<String, Object> object, long replicas) {
    Map<String, Object> parent = object;
    for (String step : wanted.subList(0, wanted.size() - 1)) {
      parent = Tree.ensureMap(parent, step);
    }
    parent.put(wanted.getLast(), replicas);
  }
}
