package io.tocsin.notifier.lint.source;

import java.util.List;
import java.util.Optional;

/** What YAML says, with the offset in its text where each part begins. */
sealed interface Node {
  int start();

  /** Keys and values, in order. */
  record Mapping(int start, List<Entry> entries) implements Node {
    Optional<Entry> find(String key) {
      return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }
  }

  /**
   * A key and its value.
   *
   * @param start of the key
   */
  record Entry(int start, String key, Node value) {}

  /** A list. */
  record Sequence(int start, List<Node> items) implements Node {}

  /**
   * Anything else.
   *
   * @param value empty for null
   */
  record Scalar(int start, String value) implements Node {}
}
