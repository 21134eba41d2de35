package io.tocsin.notifier.translate.kubenotifier;

import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.translate.Translation;
import io.tocsin.notifier.translate.Translation.Note;
import io.tocsin.notifier.translate.Translation.SecretValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A translation in the making. Not thread-safe. */
final class Draft {
  private final Map<String, String> data = new HashMap<>();
  private final Map<SecretValue.Key, String> secrets = new LinkedHashMap<>();
  private final Map<Object, String> watched = new HashMap<>();
  private final List<Map<String, Object>> subscriptions = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final Map<String, Names> names = new HashMap<>();
  private int errors;

  /**
   * A name that no other key of the family has.
   *
   * @param family such as {@code service}
   */
  String name(String family, String wanted) {
    return names.computeIfAbsent(family, _ -> new Names()).claim(wanted);
  }

  void put(String key, Object content) {
    data.put(key, Yaml.write(content));
  }

  /**
   * The name of the kind that is watched; one of the same definition is the same.
   *
   * @param wanted what a new one is called
   */
  String watch(Map<String, Object> definition, String wanted) {
    return watched.computeIfAbsent(
        definition,
        _ -> {
          put("resource." + wanted, definition);
          return wanted;
        });
  }

  void subscribe(Map<String, Object> subscription) {
    subscriptions.add(subscription);
  }

  /** What refers to a key of another Secret. */
  String secret(SecretValue.Key value) {
    return "$" + secrets.computeIfAbsent(value, _ -> name("$", value.secret() + "-" + value.key()));
  }

  /** Notes what works, but otherwise. */
  void note(String path, String sentence) {
    notes.add(new Note(false, path, sentence));
  }

  /** Notes what will not work. */
  void wrong(String path, String sentence) {
    errors++;
    notes.add(new Note(true, path, sentence));
  }

  /** How much was wrong so far. */
  int errors() {
    return errors;
  }

  Translation translation() {
    if (!subscriptions.isEmpty()) {
      put("subscriptions", subscriptions);
    }
    Map<String, SecretValue> values = new HashMap<>();
    secrets.forEach((value, name) -> values.put(name, value));
    return new Translation(data, values, notes);
  }
}
