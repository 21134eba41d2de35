package io.tocsin.controller.helm.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A JSON schema, drafts 4 to 2020-12 as far as charts use them: types, enumerations, bounds,
 * patterns, properties, items, references within the schema, combinations and conditions. Formats,
 * references to elsewhere and unevaluated properties are not looked at.
 */
final class Schema {
  private static final int DEEPEST = 200;
  private static final int MOST_PROBLEMS = 20;

  private final Object root;
  private final SchemaRules rules = new SchemaRules(this);

  Schema(Object root) {
    this.root = root;
  }

  /** What is wrong, each with the path of the value; empty when nothing is. */
  List<String> problems(Object value) {
    List<String> problems = new ArrayList<>();
    check(root, value, "", problems, 0);
    return problems;
  }

  boolean accepts(Object schema, Object value, int depth) {
    List<String> problems = new ArrayList<>();
    check(schema, value, "", problems, depth);
    return problems.isEmpty();
  }

  void check(Object schema, Object value, String path, List<String> problems, int depth) {
    if (depth > DEEPEST || problems.size() >= MOST_PROBLEMS) {
      return;
    }
    switch (schema) {
      case Boolean allowed when !allowed -> problems.add(where(path) + " is not allowed");
      case Map<?, ?> map -> {
        if (map.get("$ref") instanceof String reference) {
          check(resolve(reference), value, path, problems, depth + 1);
        }
        rules.check(map, value, path, problems, depth + 1);
      }
      case null, default -> {}
    }
  }

  static String where(String path) {
    return path.isEmpty() ? "the whole" : path;
  }

  /**
   * What a reference such as {@code #/$defs/a} names; null, which allows all, when it is elsewhere.
   */
  private Object resolve(String reference) {
    if (!reference.startsWith("#")) {
      return null;
    }
    Object found = root;
    for (String step : reference.substring(1).split("/")) {
      if (!step.isEmpty()) {
        String key = step.replace("~1", "/").replace("~0", "~");
        found = found instanceof Map<?, ?> map ? map.get(key) : null;
      }
    }
    return found;
  }
}
