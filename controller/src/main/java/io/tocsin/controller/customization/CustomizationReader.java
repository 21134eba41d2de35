package io.tocsin.controller.customization;

import io.tocsin.controller.runtime.KubeObjects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the keys of {@code argocd-cm} that are about resources, each for itself. */
final class CustomizationReader {
  private static final String PREFIX = "resource.customizations";
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Map<String, ResourceCustomization> customizations = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  Map<String, ResourceCustomization> customizations() {
    return customizations;
  }

  List<String> problems() {
    return problems;
  }

  void read(Map<String, String> data) {
    attempt(PREFIX, () -> mapping(data.getOrDefault(PREFIX, "")).forEach(this::entry));
    data.keySet().stream()
        .filter(key -> key.startsWith(PREFIX + "."))
        .sorted()
        .forEach(key -> attempt(key, () -> split(key, data.get(key))));
  }

  CompareOptions compareOptions(Map<String, String> data) {
    CompareOptions[] options = {CompareOptions.DEFAULT};
    String key = "resource.compareoptions";
    attempt(key, () -> options[0] = compareOptions(data.getOrDefault(key, "")));
    return options[0];
  }

  private static CompareOptions compareOptions(String text) {
    Map<?, ?> map = mapping(text);
    Object status = map.get("ignoreResourceStatusField");
    return new CompareOptions(
        Boolean.TRUE.equals(map.get("ignoreAggregatedRoles")),
        switch (String.valueOf(status)) {
          case "crd" -> CompareOptions.IgnoreStatus.DEFINITIONS;
          case "none", "off", "false" -> CompareOptions.IgnoreStatus.NONE;
          default -> CompareOptions.IgnoreStatus.ALL;
        });
  }

  private void attempt(String key, Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException e) {
      problems.add(key + " " + e.getMessage());
    }
  }

  private void entry(String kinds, Object value) {
    Map<?, ?> map = mapping(value);
    ResourceCustomization read =
        new ResourceCustomization(
            map.get("health.lua") instanceof String script ? script : "",
            Boolean.TRUE.equals(map.get("health.lua.useOpenLibs")),
            ignored(map.get("ignoreDifferences")),
            ignored(map.get("ignoreResourceUpdates")),
            known(map.get("knownTypeFields")));
    customizations.put(kinds, read);
  }

  private void split(String key, String value) {
    String[] parts = key.substring(PREFIX.length() + 1).split("\\.", 2);
    if (parts.length < 2) {
      return;
    }
    String kinds = kinds(parts[1]);
    switch (parts[0]) {
      case "health" -> change(kinds, old -> old.withHealthLua(value));
      case "useOpenLibs" -> change(kinds, old -> old.withOpenLibs(truth(value)));
      case "ignoreDifferences" -> {
        IgnoredFields fields = ignored(value);
        change(kinds, old -> old.withIgnoreDifferences(fields));
      }
      case "ignoreResourceUpdates" -> {
        IgnoredFields fields = ignored(value);
        change(kinds, old -> old.withIgnoreResourceUpdates(fields));
      }
      case "knownTypeFields" -> {
        List<KnownTypeField> fields = known(parse(value));
        change(kinds, old -> old.withKnownTypeFields(fields));
      }
      case "actions" -> {}
      default -> throw new IllegalArgumentException("is no known kind of customization");
    }
  }

  private void change(String kinds, UnaryOperator<ResourceCustomization> change) {
    ResourceCustomization old = customizations.getOrDefault(kinds, ResourceCustomization.NONE);
    customizations.put(kinds, change.apply(old));
  }

  private static String kinds(String text) {
    String[] parts = text.split("_", -1);
    if (text.isEmpty() || parts.length > 2) {
      throw new IllegalArgumentException("must end in group_Kind or in a Kind");
    }
    return text.equals("all") ? "*/*" : String.join("/", parts);
  }

  private static boolean truth(String text) {
    return switch (text.strip()) {
      case "true", "True", "TRUE", "t", "T", "1" -> true;
      case "false", "False", "FALSE", "f", "F", "0" -> false;
      default -> throw new IllegalArgumentException("must be true or false");
    };
  }

  private static IgnoredFields ignored(Object value) {
    Map<?, ?> map = mapping(value);
    return new IgnoredFields(
        strings(map.get("jsonPointers")),
        strings(map.get("jqPathExpressions")),
        strings(map.get("managedFieldsManagers")));
  }

  private static List<KnownTypeField> known(Object value) {
    return list(value).stream()
        .map(CustomizationReader::mapping)
        .map(
            map ->
                new KnownTypeField(
                    String.valueOf(map.get("field")), String.valueOf(map.get("type"))))
        .toList();
  }

  private static List<String> strings(Object value) {
    return list(value).stream().map(String::valueOf).toList();
  }

  private static List<?> list(Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> list -> list;
      default -> throw new IllegalArgumentException("has a value where a list must be");
    };
  }

  @SuppressWarnings("unchecked") // the parser makes no other keys
  private static Map<String, Object> mapping(Object value) {
    return switch (value instanceof String text ? parse(text) : value) {
      case null -> Map.of();
      case Map<?, ?> map -> (Map<String, Object>) map;
      default -> throw new IllegalArgumentException("must be a mapping");
    };
  }

  private static Object parse(String text) {
    try {
      return text.isBlank() ? null : KubeObjects.numbers(YAML.readValue(text, Object.class));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("is not valid YAML: " + e.getOriginalMessage(), e);
    }
  }
}
