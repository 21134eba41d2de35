package io.tocsin.notifier.translate.kubewatch;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can happen to an object. */
enum Change {
  CREATED("create"),
  UPDATED("update"),
  DELETED("delete");

  static final Set<Change> ALL = Set.copyOf(EnumSet.allOf(Change.class));

  private final String word;

  Change(String word) {
    this.word = word;
  }

  /** By a word of kubewatch's configuration or of its forks'. */
  static Optional<Change> of(String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return wanted.equals("add")
        ? Optional.of(CREATED)
        : Arrays.stream(values())
            .filter(change -> change.word.equals(wanted) || change.toString().equals(wanted))
            .findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(change -> change.word).toList();
  }

  /** The condition that one of them happened. */
  static String condition(Set<Change> changes) {
    List<String> names = sorted(changes);
    return names.size() == 1
        ? "event == '" + names.getFirst() + "'"
        : names.stream().collect(Collectors.joining("', '", "event in ['", "']"));
  }

  static List<String> sorted(Set<Change> changes) {
    return changes.stream().sorted().map(Change::toString).toList();
  }

  /** As the variable {@code event} says it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
