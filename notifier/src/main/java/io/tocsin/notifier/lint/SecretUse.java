package io.tocsin.notifier.lint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.MadeUpSecrets;
import io.tocsin.notifier.config.Problem;
import io.tocsin.notifier.config.Yaml;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where services refer to a Secret that is not at hand.
 *
 * @param places the paths of the options that do, by the service's key
 * @param names what they refer to, by the service's key
 */
record SecretUse(Map<String, TreeSet<String>> places, Map<String, TreeSet<String>> names) {
  static SecretUse of(Map<String, String> data) {
    SecretUse use = new SecretUse(new TreeMap<>(), new TreeMap<>());
    data.forEach(
        (key, text) -> {
          if (key.startsWith("service.")) {
            use.read(key, text);
          }
        });
    return use;
  }

  private void read(String key, String text) {
    try {
      walk(key, "", Yaml.parse(text));
    } catch (ConfigurationException _) {
      // the reader of the configuration says so
    }
  }

  private void walk(String key, String path, Object value) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach(
              (name, item) -> walk(key, path.isEmpty() ? "" + name : path + "." + name, item));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          walk(key, path + "[" + i + "]", list.get(i));
        }
      }
      case String text -> note(key, path, text);
      case null, default -> {
        // refers to nothing
      }
    }
  }

  private void note(String key, String path, String text) {
    List<String> found = MadeUpSecrets.references(text).toList();
    if (!found.isEmpty()) {
      places.computeIfAbsent(key, _ -> new TreeSet<>()).add(path);
      names.computeIfAbsent(key, _ -> new TreeSet<>()).addAll(found);
    }
  }

  /** A value for each name, so that the rest can be checked. */
  Map<String, byte[]> placeholders() {
    Map<String, byte[]> values = new HashMap<>();
    names.values().forEach(all -> all.forEach(name -> values.put(name, name.getBytes(UTF_8))));
    return values;
  }

  /** Whether the value that is wrong is not known. */
  boolean concerns(Problem problem) {
    return problem.severity() == Problem.Severity.ERROR
        && places.getOrDefault(problem.key(), new TreeSet<>()).contains(problem.place().path());
  }

  /** That the references were not checked, once. */
  Optional<Finding> note(KeyTexts texts) {
    return names.entrySet().stream()
        .findFirst()
        .map(
            first ->
                Finding.note(
                    texts.position(first.getKey(), places.get(first.getKey()).first()),
                    first.getKey(),
                    "no Secret is in the input, so it was not checked that it has "
                        + String.join(", ", all())));
  }

  private TreeSet<String> all() {
    TreeSet<String> all = new TreeSet<>();
    names.values().forEach(all::addAll);
    return all;
  }
}
