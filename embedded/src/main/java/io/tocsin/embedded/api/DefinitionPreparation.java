package io.tocsin.embedded.api;

import io.tocsin.embedded.json.Tree;
import io.tocsin.embedded.kinds.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Defaults, checks and the status of definitions. */
final class DefinitionPreparation {
  private DefinitionPreparation() {}

  static void prepare(ResourceType type, Map<String, Object> definition, String now) {
    Map<String, Object> spec = Tree.ensureMap(definition, "spec");
    Map<String, Object> names = Tree.ensureMap(spec, "names");
    String kind = Tree.text(names, "kind");
    require(type, definition, "spec.group", Tree.text(spec, "group"));
    require(type, definition, "spec.scope", Tree.text(spec, "scope"));
    require(type, definition, "spec.names.plural", Tree.text(names, "plural"));
    require(type, definition, "spec.names.kind", kind);
    names.putIfAbsent("singular", kind.toLowerCase(Locale.ROOT));
    names.putIfAbsent("listKind", kind + "List");
    spec.putIfAbsent("conversion", new LinkedHashMap<>(Map.of("strategy", "None")));
    checkName(type, definition, spec, names);
    checkVersions(type, definition, spec);
    definition.put("status", status(definition, spec, names, now));
  }

  private static void require(
      ResourceType type, Map<String, Object> definition, String field, String value) {
    if (value.isEmpty()) {
      throw Failures.invalid(
          type, Metadata.of(definition).name(), "FieldValueRequired", field, "Required value");
    }
  }

  private static void checkName(
      ResourceType type,
      Map<String, Object> definition,
      Map<String, Object> spec,
      Map<String, Object> names) {
    String name = Metadata.of(definition).name();
    if (!name.equals(Tree.text(names, "plural") + "." + Tree.text(spec, "group"))) {
      throw Failures.invalid(
          type,
          name,
          "FieldValueInvalid",
          "metadata.name",
          Validation.invalidValue(name, "must be spec.names.plural+\".\"+spec.group"));
    }
  }

  private static void checkVersions(
      ResourceType type, Map<String, Object> definition, Map<String, Object> spec) {
    String name = Metadata.of(definition).name();
    List<Object> versions = Tree.list(spec, "versions");
    long stored =
        versions.stream()
            .filter(version -> Boolean.TRUE.equals(Tree.asMap(version).get("storage")))
            .count();
    if (stored != 1) {
      throw Failures.invalid(
          type,
          name,
          "FieldValueInvalid",
          "spec.versions",
          "Invalid value: must have exactly one version marked as storage version");
    }
    for (int i = 0; i < versions.size(); i++) {
      if (Tree.map(Tree.map(Tree.asMap(versions.get(i)), "schema"), "openAPIV3Schema").isEmpty()) {
        String field = "spec.versions[" + i + "].schema.openAPIV3Schema";
        throw Failures.invalid(
            type, name, "FieldValueRequired", field, "Required value: schemas are required");
      }
    }
  }

  private static Map<String, Object> status(
      Map<String, Object> definition,
      Map<String, Object> spec,
      Map<String, Object> names,
      String now) {
    Map<String, Object> before = Tree.map(definition, "status");
    Map<String, Object> status = new LinkedHashMap<>();
    List<Object> conditions = Tree.list(before, "conditions");
    status.put("conditions", conditions.isEmpty() ? established(now) : conditions);
    status.put("acceptedNames", Tree.copyOf(names));
    status.put("storedVersions", storedVersions(before, spec));
    return status;
  }

  private static List<Object> established(String now) {
    return List.of(
        condition("NamesAccepted", "NoConflicts", "no conflicts found", now),
        condition(
            "Established", "InitialNamesAccepted", "the initial names have been accepted", now));
  }

  private static Map<String, Object> condition(
      String type, String reason, String message, String now) {
    Map<String, Object> condition = new LinkedHashMap<>();
    condition.put("type", type);
    condition.put("status", "True");
    condition.put("lastTransitionTime", now);
    condition.put("reason", reason);
    condition.put("message", message);
    return condition;
  }

  private static List<Object> storedVersions(Map<String, Object> before, Map<String, Object> spec) {
    List<Object> stored = new ArrayList<>(Tree.list(before, "storedVersions"));
    for (Object version : Tree.list(spec, "versions")) {
      Map<String, Object> fields = Tree.asMap(version);
      if (Boolean.TRUE.equals(fields.get("storage")) && !stored.contains(fields.get("name"))) {
        stored.add(fields.get("name"));
      }
    }
    return stored;
  }
}
