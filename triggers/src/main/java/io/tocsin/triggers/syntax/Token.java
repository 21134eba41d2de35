package io.tocsin.triggers.syntax;

/**
 * A word of an expression.
 *
 * @param text what it stands for: of a string, its value
 * @param from where it begins, a UTF-16 index
 * @param to where it ends, exclusively
 */
record Token(Kind kind, String text, int from, int to) {
  enum Kind {
    IDENTIFIER,
    NUMBER,
    STRING,
    BYTES,
    OPERATOR,
    BRACKET,
    END
  }

  boolean is(Kind wanted, String value) {
    return kind == wanted && text.equals(value);
  }

  boolean isOperator(String value) {
    return is(Kind.OPERATOR, value);
  }

  boolean isBracket(String value) {
    return is(Kind.BRACKET, value);
  }

  /** How an error names it. */
  String describe() {
    return kind == Kind.END ? "end of the expression" : "\"" + text + "\"";
  }
}
