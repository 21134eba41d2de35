package io.tocsin.triggers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What became of a part of an expression: why did it, why did it not, trigger.
 *
 * @param text the part, as it is written
 * @param from where the part begins in the source, a UTF-16 index
 * @param to where the part ends, exclusively
 * @param values the value; inside a predicate one for each of the first ten elements; none where
 *     the part was not evaluated or failed
 * @param count how often the part was evaluated
 * @param error why this very part failed, with line and column
 * @param parts the parts of this part, literals left out
 */
public record Explanation(
    String text,
    int from,
    int to,
    List<Object> values,
    int count,
    Optional<String> error,
    List<Explanation> parts) {
  public Explanation {
    values = Collections.unmodifiableList(new ArrayList<>(values));
    parts = List.copyOf(parts);
  }

  /** Whether it was evaluated to an end. */
  public boolean isEvaluated() {
    return !values.isEmpty();
  }

  /** The innermost part that failed. */
  public Optional<Explanation> failed() {
    return parts.stream()
        .flatMap(part -> part.failed().stream())
        .findFirst()
        .or(() -> error.isPresent() ? Optional.of(this) : Optional.empty());
  }

  /** The tree for people: a line a part, with its value or {@code ERROR} and why. */
  @Override
  public String toString() {
    return ExplanationText.of(this);
  }
}
