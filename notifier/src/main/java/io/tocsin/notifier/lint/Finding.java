package io.tocsin.notifier.lint;

import io.tocsin.notifier.lint.source.Position;
import java.util.Comparator;

/**
 * Something that the linter has to say.
 *
 * @param key the key of the ConfigMap or Secret, the annotation, or the kind of object
 * @param sentence what is wrong with it; holds no secret
 */
public record Finding(Position position, Severity severity, String key, String sentence)
    implements Comparable<Finding> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::position)
          .thenComparing(Finding::severity)
          .thenComparing(Finding::key)
          .thenComparing(Finding::sentence);

  static Finding error(Position position, String key, String sentence) {
    return new Finding(position, Severity.ERROR, key, sentence);
  }

  static Finding warning(Position position, String key, String sentence) {
    return new Finding(position, Severity.WARNING, key, sentence);
  }

  static Finding note(Position position, String key, String sentence) {
    return new Finding(position, Severity.NOTE, key, sentence);
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return position + ": " + severity + ": " + key + ": " + sentence;
  }
}
