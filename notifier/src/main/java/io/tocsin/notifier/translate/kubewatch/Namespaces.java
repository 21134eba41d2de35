package io.tocsin.notifier.translate.kubewatch;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Of which namespaces the objects are told.
 *
 * @param included empty for all
 * @param excluded only where all are included
 */
record Namespaces(List<String> included, List<String> excluded) {
  private static final String NAMESPACE = "namespace";
  private static final String CONFIG = "namespacesconfig";
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");

  Namespaces {
    included = List.copyOf(included);
    excluded = List.copyOf(excluded);
  }

  static Namespaces read(Fields fields) {
    if (!fields.has(CONFIG)) {
      return new Namespaces(names(fields, NAMESPACE), List.of());
    }
    Fields config = fields.fields(CONFIG);
    config.expect(List.of("include", "exclude"));
    List<String> included = names(config, "include");
    List<String> excluded = names(config, "exclude");
    if (!included.isEmpty() && !excluded.isEmpty()) {
      fields.notes().note(config.path("exclude"), "has no meaning beside include, as ever");
      excluded = List.of();
    }
    if (fields.has(NAMESPACE)) {
      fields.notes().note(NAMESPACE, "has no meaning beside " + CONFIG);
    }
    return new Namespaces(included, excluded);
  }

  private static List<String> names(Fields fields, String field) {
    List<String> names = fields.texts(field);
    names.stream()
        .filter(name -> !NAME.matcher(name).matches())
        .forEach(
            name ->
                fields
                    .notes()
                    .wrong(fields.path(field), "is no name of a namespace: '%s'".formatted(name)));
    return names.stream().filter(NAME.asMatchPredicate()).toList();
  }

  /** What a condition adds; empty where nothing is excluded. */
  String condition() {
    return excluded.isEmpty()
        ? ""
        : "\nand obj.metadata.namespace not in ['" + String.join("', '", excluded) + "']";
  }
}
