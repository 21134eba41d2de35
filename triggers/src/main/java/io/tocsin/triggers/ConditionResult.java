package io.tocsin.triggers;

import java.util.List;
import java.util.Optional;

/**
 * What became of a condition.
 *
 * @param condition the condition that was evaluated
 * @param triggered whether {@code when} was exactly true
 * @param oncePer the value of {@code oncePer} as Go prints it, when triggered and there is one
 * @param problems why an expression failed or what is odd about its value, a sentence each
 */
public record ConditionResult(
    Condition condition, boolean triggered, Optional<String> oncePer, List<String> problems) {
  public ConditionResult {
    problems = List.copyOf(problems);
  }

  /** Whether {@code when} failed to evaluate, so that it is neither true nor false. */
  public boolean undecided() {
    return !triggered && !problems.isEmpty();
  }
}
