package io.tocsin.notifier.translate.kubewatch;

import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds kubewatch's configuration in what it is kept in. */
final class Forms {
  private static final List<String> FILES = List.of(".kubewatch.yaml", "appsettings.json");
  private static final String TO_WATCH = "resourcesToWatch";
  private static final String NAMESPACE_TO_WATCH = "namespaceToWatch";

  /** What the Helm chart watches where its values do not say otherwise. */
  private static final List<String> CHART = List.of("deployment", Kind.POD, Kind.EVENT);

  private Forms() {}

  /**
   * Whether the document may hold a configuration, and not something that is applied with it.
   *
   * @param document of a file
   */
  static boolean holds(Map<String, Object> document) {
    return !document.containsKey("kind") || "ConfigMap".equals(document.get("kind"));
  }

  /** The configuration itself, its keys being those of {@code .kubewatch.yaml}. */
  static Map<String, Object> configuration(Map<String, Object> document, Notes notes) {
    if ("ConfigMap".equals(document.get("kind"))) {
      return ofConfigMap(document, notes);
    }
    return ofChart(document) ? ofValues(document, notes) : document;
  }

  /** Whether these are values of the Helm chart. */
  private static boolean ofChart(Map<String, Object> document) {
    boolean handlers = Handler.keys().stream().anyMatch(document::containsKey);
    return document.containsKey(TO_WATCH)
        || document.containsKey(NAMESPACE_TO_WATCH)
        || (handlers && !document.containsKey("handler"));
  }

  private static Map<String, Object> ofConfigMap(Map<String, Object> object, Notes notes) {
    Fields data = Fields.of("data", object.get("data"), notes);
    for (String file : FILES) {
      if (data.has(file)) {
        return parsed(data.path(file), data.text(file), notes);
      }
    }
    notes.wrong("data", "has no key .kubewatch.yaml");
    return Map.of();
  }

  private static Map<String, Object> parsed(String path, String text, Notes notes) {
    try {
      return Yaml.mapping(text);
    } catch (ConfigurationException e) {
      notes.wrong(path, e.getMessage());
      return Map.of();
    }
  }

  /** The chart's values, without the handlers that it leaves out. */
  private static Map<String, Object> ofValues(Map<String, Object> values, Notes notes) {
    Map<String, Object> handlers = new LinkedHashMap<>();
    for (String key : Handler.keys()) {
      Object value = values.get(key);
      boolean shown = key.equals(Handler.SLACK.key());
      if (value != null && Fields.of(key, value, notes).flag("enabled", shown)) {
        handlers.put(key, value);
      }
    }
    Fields extra = Fields.of("extraHandlers", values.get("extraHandlers"), notes);
    extra.names().forEach(name -> handlers.put(name, extra.value(name)));
    Map<String, Object> configuration = new LinkedHashMap<>(values);
    configuration.keySet().retainAll(Settings.KEYS);
    configuration.put("handler", handlers);
    configuration.put("resource", resources(values.get(TO_WATCH), notes));
    configuration.put("namespace", values.get(NAMESPACE_TO_WATCH));
    return configuration;
  }

  private static Map<String, Object> resources(Object value, Notes notes) {
    Fields fields = Fields.of(TO_WATCH, value, notes);
    Map<String, Object> resources = new TreeMap<>();
    fields.names().forEach(name -> resources.put(name, fields.value(name)));
    if (!ResourceReader.ofFork(fields)) {
      for (String kind : CHART) {
        if (!fields.has(kind)) {
          notes.note(
              TO_WATCH + "." + kind, "is true unless the values say otherwise; so it is here");
          resources.put(kind, true);
        }
      }
    }
    return resources;
  }
}
