package io.tocsin.embedded.selector;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Selects by labels; all requirements must hold. */
public record LabelSelector(List<Requirement> requirements) {
  /** Selects everything. */
  public static final LabelSelector ALL = new LabelSelector(List.of());

  /** One condition on one label. */
  public sealed interface Requirement {
    boolean matches(Map<String, String> labels);
  }

  /** {@code key in (a, b)}, {@code key = a}. */
  public record In(String key, Set<String> values) implements Requirement {
    @Override
    public boolean matches(Map<String, String> labels) {
      return labels.containsKey(key) && values.contains(labels.get(key));
    }
  }

  /** {@code key notin (a, b)}, {@code key != a}; holds where the label is missing. */
  public record NotIn(String key, Set<String> values) implements Requirement {
    @Override
    public boolean matches(Map<String, String> labels) {
      return !labels.containsKey(key) || !values.contains(labels.get(key));
    }
  }

  /** {@code key}, {@code !key}. */
  public record Exists(String key, boolean wanted) implements Requirement {
    @Override
    public boolean matches(Map<String, String> labels) {
      return labels.containsKey(key) == wanted;
    }
  }

  /** {@code key > 1}, {@code key < 1}; holds for labels that are whole numbers. */
  public record Compare(String key, boolean greater, long bound) implements Requirement {
    @Override
    public boolean matches(Map<String, String> labels) {
      try {
        long value = Long.parseLong(labels.getOrDefault(key, ""));
        return greater ? value > bound : value < bound;
      } catch (NumberFormatException e) {
        return false;
      }
    }
  }

  /**
   * Reads a selector.
   *
   * @throws IllegalArgumentException with the words of the Kubernetes API
   */
  public static LabelSelector parse(String text) {
    return text.isBlank() ? ALL : new LabelSelector(new LabelSelectorParser(text).parse());
  }

  /** Whether all requirements hold. */
  public boolean matches(Map<String, String> labels) {
    return requirements.stream().allMatch(requirement -> requirement.matches(labels));
  }
}
