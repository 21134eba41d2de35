package io.tocsin.triggers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One condition of a trigger.
 *
 * @param key {@code [index].hash}, as Argo CD Notifications identifies a condition in the state it
 *     writes; the hash is the SHA-1 of {@code when}, base64url without padding
 * @param when what must be true
 * @param oncePer what the notification is sent once for; absent when it is sent at each turn to
 *     true
 * @param send the templates, in order
 * @param description for people
 * @param timing when it is told of
 * @param recovery the templates that are sent once it is no longer true to those who were told that
 *     it was; none for no such message
 */
public record Condition(
    String key,
    Expression when,
    Optional<Expression> oncePer,
    List<String> send,
    String description,
    Timing timing,
    List<String> recovery) {
  /** What tells of a change: {@code event}, {@code old}, {@code changed()}, {@code diff()}. */
  public static final Set<String> CHANGE = Set.of("event", "old", "changed", "diff");

  public Condition {
    send = List.copyOf(send);
    recovery = List.copyOf(recovery);
  }

  /**
   * Whether it is about what happened to an object, and not about what it is: then it is told each
   * time, and what is so for some time cannot be asked.
   */
  public boolean aboutChange() {
    return when.names(CHANGE);
  }

  /** Whether what it says can change with the time alone. */
  public boolean readsClock() {
    return !aboutChange()
        && (timing.readsClock()
            || when.readsClock()
            || oncePer.map(Expression::readsClock).orElse(false));
  }

  /** Evaluates {@code when} and, where that is true, {@code oncePer}. */
  public ConditionResult evaluate(Map<String, Object> variables) {
    List<String> problems = new ArrayList<>();
    boolean triggered = isTrue(variables, problems);
    Optional<String> once =
        triggered
            ? oncePer.flatMap(expression -> OncePer.value(expression, variables, problems))
            : Optional.empty();
    return new ConditionResult(this, triggered, once, problems);
  }

  private boolean isTrue(Map<String, Object> variables, List<String> problems) {
    try {
      return Boolean.TRUE.equals(when.evaluate(variables));
    } catch (ExpressionException e) {
      problems.add("when: " + e.getMessage());
      return false;
    }
  }
}
