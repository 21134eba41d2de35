package io.tocsin.notifier.lint;

import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ConfigMap and what was made of it. */
record Checked(Manifest configMap, KeyTexts texts, Configuration configuration, Names names) {
  /** What a key's text says; absent where it cannot be read, which is a problem already. */
  Optional<Object> definition(String key) {
    try {
      return Optional.ofNullable(configuration.source().data().get(key)).map(Yaml::parse);
    } catch (ConfigurationException _) {
      return Optional.empty();
    }
  }

  /** A trigger's conditions that are mappings, by their paths. */
  Map<String, Map<?, ?>> conditions(String trigger) {
    return mappings(definition("trigger." + trigger).orElse(List.of()));
  }

  /** The mappings in a list by their paths, or the only one. */
  static Map<String, Map<?, ?>> mappings(Object definition) {
    Map<String, Map<?, ?>> mappings = new LinkedHashMap<>();
    if (definition instanceof Map<?, ?> map) {
      mappings.put("", map);
    } else if (definition instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i) instanceof Map<?, ?> map) {
          mappings.put("[" + i + "].", map);
        }
      }
    }
    return mappings;
  }

  /** The texts in a list by their paths, or the only one. */
  static Map<String, String> texts(String path, Object value) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (value instanceof String text) {
      texts.put(path, text);
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i) instanceof String text) {
          texts.put(path + "[" + i + "]", text);
        }
      }
    }
    return texts;
  }
}
