package io.tocsin.embedded.kinds;

import io.tocsin.embedded.json.Tree;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A structural schema. It drops fields that are not specified and sets defaults; it does not
 * validate.
 *
 * @param node an {@code openAPIV3Schema}
 */
public record Schema(Map<String, Object> node) {
  private static final Set<String> ALWAYS = Set.of("apiVersion", "kind", "metadata");
  private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";

  /** Prunes and defaults a whole object in place. */
  public void normalize(Map<String, Object> object) {
    visitObject(node, object, true);
  }

  private static void visit(Map<String, Object> schema, Object value) {
    if (value instanceof Map<?, ?>) {
      boolean embedded = Boolean.TRUE.equals(schema.get("x-kubernetes-embedded-resource"));
      visitObject(schema, Tree.asMap(value), embedded);
    } else if (value instanceof List<?> items) {
      Map<String, Object> itemSchema = Tree.map(schema, "items");
      items.forEach(item -> visit(itemSchema, item));
    }
  }

  private static void visitObject(
      Map<String, Object> schema, Map<String, Object> value, boolean resource) {
    Map<String, Object> properties = Tree.map(schema, "properties");
    Object additional = schema.get("additionalProperties");
    boolean open = Boolean.TRUE.equals(schema.get(PRESERVE)) || Boolean.TRUE.equals(additional);
    if (!open && !(additional instanceof Map<?, ?>)) {
      value
          .keySet()
          .removeIf(key -> !properties.containsKey(key) && !(resource && ALWAYS.contains(key)));
    }
    setDefaults(properties, value);
    value.forEach(
        (key, child) -> {
          if (resource && ALWAYS.contains(key)) {
            return;
          }
          if (properties.containsKey(key)) {
            visit(Tree.map(properties, key), child);
          } else if (additional instanceof Map<?, ?>) {
            visit(Tree.asMap(additional), child);
          }
        });
  }

  /** A null is replaced where there is a default, unless the field is nullable. */
  private static void setDefaults(Map<String, Object> properties, Map<String, Object> value) {
    properties.forEach(
        (key, property) -> {
          Map<String, Object> schema = Tree.asMap(property);
          boolean keepsNull = value.containsKey(key) && Boolean.TRUE.equals(schema.get("nullable"));
          if (schema.containsKey("default") && value.get(key) == null && !keepsNull) {
            value.put(key, Tree.copy(schema.get("default")));
          }
        });
  }
}
