package io.tocsin.triggers;

import java.util.List;
import java.util.Map;

/**
 * A named list of conditions. Immutable and thread-safe.
 *
 * @param name as configured, without {@code trigger.}
 */
public record Trigger(String name, List<Condition> conditions) {
  /** What a condition's definition may say. */
  public static final List<String> KEYS =
      List.of(
          "description",
          "when",
          "oncePer",
          "send",
          "for",
          "delay",
          "repeatEvery",
          "throttle",
          "recovery");

  public Trigger {
    conditions = List.copyOf(conditions);
  }

  /**
   * Reads a trigger's definition.
   *
   * @param definition what its YAML says: a list of conditions or a single one
   * @throws ExpressionException naming the trigger, the condition's index and the field
   */
  public static Trigger of(String name, Object definition) {
    return new Trigger(name, ConditionReader.read(name, definition));
  }

  /** Whether what it says can change with the time alone. */
  public boolean readsClock() {
    return conditions.stream().anyMatch(Condition::readsClock);
  }

  /** Evaluates each condition, in order; a failing one does not stop the others. */
  public List<ConditionResult> evaluate(Map<String, Object> variables) {
    return conditions.stream().map(condition -> condition.evaluate(variables)).toList();
  }
}
