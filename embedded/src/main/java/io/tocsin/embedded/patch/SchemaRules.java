package io.tocsin.embedded.patch;

import io.tocsin.embedded.json.Tree;
import java.util.List;
import java.util.Map;

/**
 * The rules that a schema states by {@code x-kubernetes-list-type} and {@code
 * x-kubernetes-map-type}; metadata follows the rules of the built-in kinds.
 *
 * @param schema an {@code openAPIV3Schema}
 */
public record SchemaRules(Map<String, Object> schema) implements MergeRules {
  private static final MergeRules METADATA = new BuiltInRules();

  @Override
  public ListRule list(List<String> path) {
    if (path.getFirst().equals("metadata")) {
      return METADATA.list(path);
    }
    Map<String, Object> node = at(path);
    return switch (Tree.text(node, "x-kubernetes-list-type")) {
      case "map" ->
          new ListRule.Keyed(
              Tree.list(node, "x-kubernetes-list-map-keys").stream()
                  .map(Object::toString)
                  .toList());
      case "set" -> new ListRule.Members();
      default -> new ListRule.Atomic();
    };
  }

  @Override
  public boolean isAtomicMap(List<String> path) {
    return Tree.text(at(path), "x-kubernetes-map-type").equals("atomic");
  }

  private Map<String, Object> at(List<String> path) {
    Map<String, Object> node = schema;
    for (String field : path) {
      Map<String, Object> items = Tree.map(node, "items");
      Map<String, Object> container = items.isEmpty() ? node : items;
      Map<String, Object> properties = Tree.map(container, "properties");
      node =
          properties.containsKey(field)
              ? Tree.map(properties, field)
              : Tree.map(container, "additionalProperties");
    }
    return node;
  }
}
