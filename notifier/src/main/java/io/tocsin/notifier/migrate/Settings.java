package io.tocsin.notifier.migrate;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.ConfigurationSource;
import io.tocsin.notifier.config.MadeUpSecrets;
import io.tocsin.notifier.config.Manifests;
import io.tocsin.notifier.config.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A ConfigMap of notifications with its Secret.
 *
 * @param data its texts by key
 * @param tenant whether it is a namespace's own, and not the control plane's
 */
record Settings(
    KubeObject configMap, Map<String, String> data, Optional<KubeObject> secret, boolean tenant) {
  static Settings of(KubeObject configMap, Optional<KubeObject> secret, boolean tenant) {
    return new Settings(configMap, new TreeMap<>(Manifests.texts(configMap)), secret, tenant);
  }

  String title() {
    return Live.title(configMap);
  }

  /** As the controller reads it; with a value for each reference where no Secret is known. */
  ConfigurationSource source() {
    Map<String, byte[]> known =
        secret.map(object -> Manifests.bytes(object, _ -> {})).orElseGet(Map::of);
    ConfigurationSource source =
        new ConfigurationSource(configMap.namespace(), data, known, Map.of());
    return secret.isPresent() ? source : MadeUpSecrets.urlsIn(source);
  }

  /** What a key's text says; absent where it is not there or cannot be read. */
  Optional<Object> parsed(String key) {
    try {
      return Optional.ofNullable(data.get(key)).map(Yaml::parse);
    } catch (ConfigurationException _) {
      return Optional.empty();
    }
  }

  /** Each key of a family that says a mapping. */
  void mappings(String prefix, BiConsumer<String, Map<?, ?>> consumer) {
    for (String key : data.keySet()) {
      if (key.startsWith(prefix) && parsed(key).orElse(null) instanceof Map<?, ?> map) {
        consumer.accept(key, map);
      }
    }
  }

  /** Each condition, by the key of its trigger. */
  void conditions(BiConsumer<String, Map<?, ?>> consumer) {
    for (String key : data.keySet()) {
      if (key.startsWith("trigger.")) {
        Object definition = parsed(key).orElse(List.of());
        List<?> conditions = definition instanceof List<?> list ? list : List.of(definition);
        conditions.forEach(
            condition -> {
              if (condition instanceof Map<?, ?> map) {
                consumer.accept(key, map);
              }
            });
      }
    }
  }

  /** The texts of a template by their paths. */
  Map<String, String> texts(Map<?, ?> template) {
    Map<String, String> texts = new LinkedHashMap<>();
    collect("", template, texts);
    return texts;
  }

  private static void collect(String path, Object value, Map<String, String> texts) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach(
              (name, item) -> collect(path.isEmpty() ? "" + name : path + "." + name, item, texts));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          collect(path + "[" + i + "]", list.get(i), texts);
        }
      }
      case String text -> texts.put(path, text);
      case null, default -> {
        // no text
      }
    }
  }

  /** The recipients that {@code subscriptions} names. */
  List<String> recipients() {
    List<String> recipients = new ArrayList<>();
    for (Map<?, ?> entry : subscriptions()) {
      Object named = entry.get("recipients");
      List<?> list =
          named instanceof List<?> several ? several : named == null ? List.of() : List.of(named);
      list.forEach(recipient -> recipients.add(String.valueOf(recipient)));
    }
    return recipients;
  }

  List<Map<?, ?>> subscriptions() {
    List<Map<?, ?>> entries = new ArrayList<>();
    if (parsed("subscriptions").orElse(null) instanceof List<?> list) {
      list.forEach(
          entry -> {
            if (entry instanceof Map<?, ?> map) {
              entries.add(map);
            }
          });
    }
    return entries;
  }

  /** The type of a service by its name; empty where there is no such service. */
  String type(String service) {
    return source().declaredServices().getOrDefault(service, "");
  }
}
