package io.tocsin.notifier.translate.kubenotifier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A condition over what a path finds.
 *
 * @param comparison of what is found; absent where its children decide
 * @param all whether all children must hold, or any of them
 */
record Condition(
    JsonPath path, Optional<Comparison> comparison, boolean all, List<Condition> children) {
  Condition {
    children = List.copyOf(children);
  }

  /** Whether it can be said without XPath. */
  boolean plain() {
    return path.plain()
        && comparison.map(Comparison::operand).map(Operand::plain).orElse(true)
        && children.stream().allMatch(Condition::plain);
  }

  /** What is compared with what is found, and how. */
  record Comparison(Operator operator, Operand operand) {}

  /** The other side of a comparison. */
  sealed interface Operand {
    boolean plain();

    /** A text; of a comparison of numbers, a decimal number. */
    record Value(String text) implements Operand {
      @Override
      public boolean plain() {
        return true;
      }
    }

    /** What another path finds first. */
    record At(JsonPath path) implements Operand {
      @Override
      public boolean plain() {
        return path.plain();
      }
    }
  }

  /** How two things compare. */
  enum Operator {
    EQ("==", false),
    NE("!=", false),
    GT(">", true),
    GE(">=", true),
    LT("<", true),
    LE("<=", true);

    private final String sign;
    private final boolean numeric;

    Operator(String sign, boolean numeric) {
      this.sign = sign;
      this.numeric = numeric;
    }

    /** In Expr. */
    String sign() {
      return sign;
    }

    /** In XPath. */
    String xpathSign() {
      return this == EQ ? "=" : sign;
    }

    boolean numeric() {
      return numeric;
    }

    /** In a Notification. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Operator> of(String word) {
      return Arrays.stream(values()).filter(operator -> operator.word().equals(word)).findFirst();
    }
  }
}
