package io.tocsin.embedded.patch;

import io.tocsin.embedded.json.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Finds fields in objects. */
public final class Fields {
  private static final Set<String> IDENTITY = Set.of("apiVersion", "kind");

  /** Metadata that belongs to nobody but the server. */
  private static final Set<String> SYSTEM =
      Set.of(
          "name",
          "generateName",
          "namespace",
          "uid",
          "resourceVersion",
          "generation",
          "creationTimestamp",
          "deletionTimestamp",
          "deletionGracePeriodSeconds",
          "selfLink",
          "managedFields");

  private Fields() {}

  /** All fields of an object that can be owned. */
  public static FieldSet of(Map<String, Object> object, MergeRules rules) {
    Map<String, Object> owned = Tree.copyOf(object);
    owned.keySet().removeAll(IDENTITY);
    Map<String, Object> metadata = Tree.map(owned, "metadata");
    if (!metadata.isEmpty()) {
      metadata.keySet().removeAll(SYSTEM);
      if (metadata.isEmpty()) {
        owned.remove("metadata");
      }
    }
    return owned.isEmpty() ? FieldSet.EMPTY : of(owned, rules, List.of());
  }

  private static FieldSet of(Object value, MergeRules rules, List<String> path) {
    return switch (value) {
      case Map<?, ?> map when !map.isEmpty() && !isAtomic(rules, path) ->
          ofMap(Tree.asMap(map), rules, path);
      case List<?> list when !list.isEmpty() -> ofList(Tree.asList(list), rules, path);
      case null, default -> FieldSet.LEAF;
    };
  }

  private static boolean isAtomic(MergeRules rules, List<String> path) {
    return !path.isEmpty() && rules.isAtomicMap(path);
  }

  private static FieldSet ofMap(Map<String, Object> map, MergeRules rules, List<String> path) {
    Map<String, FieldSet> children = new TreeMap<>();
    map.forEach((key, value) -> children.put(Steps.field(key), of(value, rules, child(path, key))));
    return new FieldSet(false, children);
  }

  private static FieldSet ofList(List<Object> list, MergeRules rules, List<String> path) {
    return switch (rules.list(path)) {
      case ListRule.Atomic() -> FieldSet.LEAF;
      case ListRule.Members() -> {
        Map<String, FieldSet> members = new TreeMap<>();
        list.forEach(item -> members.put(Steps.member(item), FieldSet.LEAF));
        yield new FieldSet(false, members);
      }
      case ListRule.Keyed(List<String> keys) -> {
        Map<String, FieldSet> elements = new TreeMap<>();
        for (Object item : list) {
          Map<String, FieldSet> fields = ofMap(Tree.asMap(item), rules, path).children();
          elements.put(Steps.element(item, keys), new FieldSet(true, fields));
        }
        yield new FieldSet(false, elements);
      }
    };
  }

  static List<String> child(List<String> path, String key) {
    List<String> child = new ArrayList<>(path);
    child.add(key);
    return child;
  }

  /** Those of some fields of one object that are missing or different in another. */
  public static FieldSet different(FieldSet fields, Object here, Object there) {
    return filter(
        fields, here, there, (mine, yours) -> !Objects.equals(mine, yours) || yours == null);
  }

  /** Those of some fields of one object that are missing in another. */
  public static FieldSet missing(FieldSet fields, Object here, Object there) {
    return filter(fields, here, there, (mine, yours) -> yours == null && mine != null);
  }

  /** Inner places count when they are missing, leaves when the condition holds. */
  private static FieldSet filter(
      FieldSet fields, Object here, Object there, BiPredicate<Object, Object> condition) {
    boolean self = fields.self() && (fields.isLeaf() ? condition.test(here, there) : there == null);
    Map<String, FieldSet> children = new TreeMap<>();
    fields
        .children()
        .forEach(
            (step, child) ->
                children.put(
                    step,
                    filter(child, Steps.follow(here, step), Steps.follow(there, step), condition)));
    return new FieldSet(self, children);
  }

  /** The paths of the leaves, as messages show them. */
  public static List<String> show(FieldSet fields) {
    List<String> paths = new ArrayList<>();
    show(fields, "", paths);
    return paths;
  }

  private static void show(FieldSet fields, String path, List<String> paths) {
    if (fields.isLeaf()) {
      paths.add(path);
    }
    fields.children().forEach((step, child) -> show(child, path + Steps.show(step), paths));
  }
}
