package io.tocsin.notifier.translate;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The configuration of another notifier as a ConfigMap and a Secret of this one would have it.
 *
 * @param data the ConfigMap's, by key
 * @param secrets the Secret's, by the name that {@code $name} refers to
 * @param notes what could not be taken over, or means something else; holds no secret
 */
public record Translation(
    SortedMap<String, String> data, SortedMap<String, SecretValue> secrets, List<Note> notes) {
  public Translation {
    data = new TreeMap<>(data);
    secrets = new TreeMap<>(secrets);
    notes = List.copyOf(notes);
  }

  public Translation(Map<String, String> data, Map<String, SecretValue> secrets, List<Note> notes) {
    this(new TreeMap<>(data), new TreeMap<>(secrets), notes);
  }

  /** Where a secret value comes from. */
  public sealed interface SecretValue {
    /** It stood in what was translated. */
    record Text(String value) implements SecretValue {
      @Override
      public String toString() {
        return "Text[…]";
      }
    }

    /** A key of another Secret. */
    record Key(String namespace, String secret, String key) implements SecretValue {}
  }

  /**
   * A remark on the translation.
   *
   * @param wrong whether something will not work, as opposed to working otherwise
   * @param path where in what was translated, such as {@code spec.rules[0].allConditions[1]}
   * @param sentence continues a sentence about what stands there
   */
  public record Note(boolean wrong, String path, String sentence) {
    @Override
    public String toString() {
      return path.isEmpty() ? sentence : path + ": " + sentence;
    }
  }
}
