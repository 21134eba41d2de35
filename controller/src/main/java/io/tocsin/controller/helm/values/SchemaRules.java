package io.tocsin.controller.helm.values;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of one schema object. */
record SchemaRules(Schema schema) {
  void check(Map<?, ?> rules, Object value, String path, List<String> problems, int depth) {
    String where = Schema.where(path);
    if (rules.containsKey("type") && !isOneOf(rules.get("type"), value)) {
      problems.add(
          "%s must be %s, but is %s".formatted(where, types(rules.get("type")), type(value)));
      return;
    }
    if (rules.get("enum") instanceof List<?> allowed
        && allowed.stream().noneMatch(item -> same(item, value))) {
      problems.add(where + " must be one of " + allowed);
    }
    if (rules.containsKey("const") && !same(rules.get("const"), value)) {
      problems.add(where + " must be " + rules.get("const"));
    }
    switch (value) {
      case String text -> text(rules, text, where, problems);
      case Number number -> number(rules, number.doubleValue(), where, problems);
      case List<?> list -> list(rules, list, path, problems, depth);
      case Map<?, ?> map -> map(rules, map, path, problems, depth);
      case null, default -> {}
    }
    combinations(rules, value, path, problems, depth);
  }

  private static void text(Map<?, ?> rules, String text, String where, List<String> problems) {
    int length = text.codePointCount(0, text.length());
    if (rules.get("minLength") instanceof Number least && length < least.intValue()) {
      problems.add(where + " must have at least " + least + " characters");
    }
    if (rules.get("maxLength") instanceof Number most && length > most.intValue()) {
      problems.add(where + " must have at most " + most + " characters");
    }
    if (rules.get("pattern") instanceof String pattern && !matches(pattern, text)) {
      problems.add(where + " must match " + pattern);
    }
  }

  /** A pattern that cannot be read matches all. */
  private static boolean matches(String pattern, String text) {
    try {
      return Pattern.compile(pattern).matcher(text).find();
    } catch (PatternSyntaxException e) {
      return true;
    }
  }

  private static void number(Map<?, ?> rules, double number, String where, List<String> problems) {
    if (rules.get("minimum") instanceof Number least && number < least.doubleValue()) {
      problems.add(where + " must be at least " + least);
    }
    if (rules.get("maximum") instanceof Number most && number > most.doubleValue()) {
      problems.add(where + " must be at most " + most);
    }
    if (rules.get("exclusiveMinimum") instanceof Number least && number <= least.doubleValue()) {
      problems.add(where + " must be greater than " + least);
    }
    if (rules.get("exclusiveMaximum") instanceof Number most && number >= most.doubleValue()) {
      problems.add(where + " must be less than " + most);
    }
    if (rules.get("multipleOf") instanceof Number step && number % step.doubleValue() != 0) {
      problems.add(where + " must be a multiple of " + step);
    }
  }

  private void list(Map<?, ?> rules, List<?> list, String path, List<String> problems, int depth) {
    String where = Schema.where(path);
    if (rules.get("minItems") instanceof Number least && list.size() < least.intValue()) {
      problems.add(where + " must have at least " + least + " items");
    }
    if (rules.get("maxItems") instanceof Number most && list.size() > most.intValue()) {
      problems.add(where + " must have at most " + most + " items");
    }
    if (Boolean.TRUE.equals(rules.get("uniqueItems")) && new HashSet<>(list).size() < list.size()) {
      problems.add(where + " must have no item twice");
    }
    for (int i = 0; i < list.size(); i++) {
      Object rule = rules.get("items");
      if (rule instanceof List<?> each) {
        rule = i < each.size() ? each.get(i) : rules.get("additionalItems");
      }
      schema.check(rule, list.get(i), path + "[" + i + "]", problems, depth);
    }
  }

  private void map(Map<?, ?> rules, Map<?, ?> map, String path, List<String> problems, int depth) {
    String where = Schema.where(path);
    if (rules.get("required") instanceof List<?> required) {
      for (Object name : required) {
        if (!map.containsKey(name)) {
          problems.add(where + " must have " + name);
        }
      }
    }
    if (rules.get("minProperties") instanceof Number least && map.size() < least.intValue()) {
      problems.add(where + " must have at least " + least + " entries");
    }
    if (rules.get("maxProperties") instanceof Number most && map.size() > most.intValue()) {
      problems.add(where + " must have at most " + most + " entries");
    }
    map.forEach(
        (key, value) -> {
          String inner = path.isEmpty() ? (String) key : path + "." + key;
          entry(rules, (String) key, value, inner, problems, depth);
        });
  }

  private void entry(
      Map<?, ?> rules, String key, Object value, String path, List<String> problems, int depth) {
    boolean known = false;
    if (rules.get("properties") instanceof Map<?, ?> properties && properties.containsKey(key)) {
      known = true;
      schema.check(properties.get(key), value, path, problems, depth);
    }
    if (rules.get("patternProperties") instanceof Map<?, ?> patterns) {
      for (Map.Entry<?, ?> pattern : patterns.entrySet()) {
        if (matches((String) pattern.getKey(), key)) {
          known = true;
          schema.check(pattern.getValue(), value, path, problems, depth);
        }
      }
    }
    if (!known) {
      schema.check(rules.get("additionalProperties"), value, path, problems, depth);
    }
  }

  private void combinations(
      Map<?, ?> rules, Object value, String path, List<String> problems, int depth) {
    String where = Schema.where(path);
    if (rules.get("allOf") instanceof List<?> all) {
      all.forEach(one -> schema.check(one, value, path, problems, depth));
    }
    if (rules.get("anyOf") instanceof List<?> any && count(any, value, depth) == 0) {
      problems.add(where + " is none of what is allowed");
    }
    if (rules.get("oneOf") instanceof List<?> one && count(one, value, depth) != 1) {
      problems.add(where + " is not exactly one of what is allowed");
    }
    if (rules.containsKey("not") && schema.accepts(rules.get("not"), value, depth)) {
      problems.add(where + " is what is not allowed");
    }
    if (rules.containsKey("if")) {
      boolean holds = schema.accepts(rules.get("if"), value, depth);
      schema.check(rules.get(holds ? "then" : "else"), value, path, problems, depth);
    }
  }

  private long count(List<?> schemas, Object value, int depth) {
    return schemas.stream().filter(one -> schema.accepts(one, value, depth)).count();
  }

  private static boolean same(Object wanted, Object value) {
    if (wanted instanceof Number a && value instanceof Number b) {
      return a.doubleValue() == b.doubleValue();
    }
    return wanted == null ? value == null : wanted.equals(value);
  }

  private static Set<String> typeNames(Object types) {
    return types instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.toSet())
        : Set.of(String.valueOf(types));
  }

  private static boolean isOneOf(Object types, Object value) {
    Set<String> names = typeNames(types);
    String type = type(value);
    return names.contains(type) || (type.equals("integer") && names.contains("number"));
  }

  private static String types(Object types) {
    return typeNames(types).stream().sorted().collect(Collectors.joining(" or "));
  }

  private static String type(Object value) {
    return switch (value) {
      case null -> "null";
      case String _ -> "string";
      case Boolean _ -> "boolean";
      case Double number when number != Math.rint(number) -> "number";
      case Number _ -> "integer";
      case List<?> _ -> "array";
      default -> "object";
    };
  }
}
