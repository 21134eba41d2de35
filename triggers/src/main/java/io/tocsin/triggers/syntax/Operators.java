package io.tocsin.triggers.syntax;

import java.util.Map;
import java.util.Set;

/** Expr's operators and how tightly they bind; a higher number binds tighter. */
final class Operators {
  static final Map<String, Integer> UNARY = Map.of("not", 50, "!", 50, "-", 90, "+", 90);

  static final Map<String, Integer> BINARY =
      Map.ofEntries(
          Map.entry("|", 0),
          Map.entry("or", 10),
          Map.entry("||", 10),
          Map.entry("and", 15),
          Map.entry("&&", 15),
          Map.entry("==", 20),
          Map.entry("!=", 20),
          Map.entry("<", 20),
          Map.entry(">", 20),
          Map.entry(">=", 20),
          Map.entry("<=", 20),
          Map.entry("in", 20),
          Map.entry("matches", 20),
          Map.entry("contains", 20),
          Map.entry("startsWith", 20),
          Map.entry("endsWith", 20),
          Map.entry("..", 25),
          Map.entry("+", 30),
          Map.entry("-", 30),
          Map.entry("*", 60),
          Map.entry("/", 60),
          Map.entry("%", 60),
          Map.entry("**", 100),
          Map.entry("^", 100),
          Map.entry("??", 500));

  /** What may follow {@code not} between two operands. */
  static final Set<String> NEGATED = Set.of("contains", "matches", "startsWith", "endsWith", "in");

  static final Set<String> COMPARISONS = Set.of("<", ">", ">=", "<=");

  static final Set<String> RIGHT_TO_LEFT = Set.of("**", "^");

  private Operators() {}
}
