package io.tocsin.controller.helm.chart;

import io.tocsin.controller.helm.yaml.GoYaml;
import io.tocsin.controller.helm.yaml.NumberStyle;
import io.tocsin.controller.helm.yaml.YamlException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads files of values. */
public final class ValuesText {
  private ValuesText() {}

  /**
   * The values of a file, all numbers {@link Double}; of several documents the later ones count.
   *
   * @throws YamlException when the text is no YAML, or no mapping
   */
  public static Map<String, Object> read(String text) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Object document : GoYaml.documents(text, NumberStyle.FLOAT)) {
      switch (document) {
        case null -> {}
        case Map<?, ?> map -> merge(values, map);
        default -> throw new YamlException("must be a mapping");
      }
    }
    return values;
  }

  /** Puts the entries of a map over those of another, map by map. */
  @SuppressWarnings("unchecked") // the reader makes no other keys
  public static void merge(Map<String, Object> target, Map<?, ?> source) {
    source.forEach(
        (key, value) -> {
          Object old = target.get(key);
          if (old instanceof Map<?, ?> oldMap && value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>((Map<String, Object>) oldMap);
            merge(copy, map);
            target.put((String) key, copy);
          } else {
            target.put((String) key, value);
          }
        });
  }
}
