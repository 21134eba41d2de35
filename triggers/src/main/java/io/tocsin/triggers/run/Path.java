package io.tocsin.triggers.run;

import io.tocsin.triggers.syntax.Span;
import java.util.List;

/**
 * A variable and the members to take from there, such as {@code app.status?.sync[0].revision}: one
 * name in the emitted script. Immutable.
 */
public final class Path {
  /** What a chain has for a value from {@code ?.} on a nil to the end of the chain. */
  public static final Object CUT = new Object();

  /** Where a path begins. */
  @FunctionalInterface
  public interface Root {
    Object value(Run run);
  }

  /**
   * @param key a constant
   * @param optional whether a nil before it ends the chain instead of being an error
   * @param end the number of steps up to the end of the chain, or -1 when that is not in the path
   * @param closes whether a chain ends after it
   */
  public record Step(Object key, boolean optional, int end, boolean closes, Span span) {}

  /** Whether that is where a chain was cut short. */
  @SuppressWarnings("ReferenceEquality")
  static boolean isCut(Object value) {
    return value == CUT;
  }

  private final Root root;
  private final Step[] steps;

  public Path(Root root, List<Step> steps) {
    this.root = root;
    this.steps = steps.toArray(Step[]::new);
  }

  Object value(Run run) {
    Object value = root.value(run);
    for (int i = 0; i < steps.length; i++) {
      Step step = steps[i];
      if (step.optional && Values.isNil(value)) {
        if (step.end < 0) {
          return CUT;
        }
        value = null;
        i = step.end - 1;
        continue;
      }
      value = get(value, step);
      if (step.closes && Values.isNil(value)) {
        value = null;
      }
    }
    return value;
  }

  private static Object get(Object target, Step step) {
    try {
      return Members.get(target, step.key);
    } catch (Failure failure) {
      throw failure.at(step.span);
    }
  }
}
