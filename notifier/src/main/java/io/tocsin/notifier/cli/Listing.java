package io.tocsin.notifier.cli;

import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.ConfigurationSource;
import io.tocsin.notifier.config.Yaml;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** What {@code template get} and {@code trigger get} have in common. */
record Listing(Map<String, Object> definitions) {
  /**
   * The definitions of one family of keys.
   *
   * @param prefix {@code template.} or {@code trigger.}
   * @param name one name, or null for all
   */
  static Listing of(ConfigurationSource source, String prefix, String name) {
    Map<String, Object> definitions = new TreeMap<>();
    source
        .data()
        .forEach(
            (key, text) -> {
              String found = key.startsWith(prefix) ? key.substring(prefix.length()) : "";
              if (!found.isEmpty() && (name == null || name.equals(found))) {
                definitions.put(found, parsed(key, text));
              }
            });
    if (definitions.isEmpty() && name != null) {
      throw new CommandException("the ConfigMap has no key " + prefix + name);
    }
    return new Listing(definitions);
  }

  String print(
      OutputFormat format, Table table, BiConsumer<Table, Map.Entry<String, Object>> rows) {
    return switch (format) {
      case NAME -> String.join("\n", definitions.keySet()) + "\n";
      case JSON -> Yaml.json(definitions);
      case YAML -> Yaml.write(definitions);
      case WIDE -> {
        definitions.entrySet().forEach(entry -> rows.accept(table, entry));
        yield table.toString();
      }
    };
  }

  private static Object parsed(String key, String text) {
    try {
      return Yaml.parse(text);
    } catch (ConfigurationException e) {
      throw new CommandException(key + " " + e.getMessage());
    }
  }
}
