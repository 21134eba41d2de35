package io.tocsin.templates.golang;

/** Go's fmt: how values print. The values are those of this package. */
public final class GoFormat {
  /** No text that this class makes is longer, in characters, unless its caller allows for more. */
  public static final int DEFAULT_LIMIT = 16 << 20;

  private GoFormat() {}

  /** {@code fmt.Sprint} of one value, which is {@code %v} of it. */
  public static String sprint(Object value) {
    if (value instanceof String string) {
      return string;
    }
    var out = new StringBuilder();
    append(out, value, DEFAULT_LIMIT);
    return out.toString();
  }

  /**
   * Appends {@code %v} of a value.
   *
   * @throws GoException when {@code out} would hold more characters than {@code limit}, or the
   *     value is nested without end
   */
  public static void append(StringBuilder out, Object value, int limit) {
    switch (value) {
      case String string -> out.append(string);
      case Long number -> out.append(number.longValue());
      case GoInt number -> out.append(number.longValue());
      case Boolean truth -> out.append(truth.booleanValue());
      case null, default -> new Printer(out, limit).print(value, 'v');
    }
  }

  /** {@code fmt.Sprint}: spaces between operands of which neither is a string. */
  public static String print(int limit, Object... values) {
    var out = new StringBuilder();
    var printer = new Printer(out, limit);
    boolean afterString = true;
    for (Object value : values) {
      boolean isString = GoTypes.kind(value) == GoKind.STRING;
      if (!isString && !afterString) {
        out.append(' ');
      }
      printer.print(value, 'v');
      afterString = isString;
    }
    return out.toString();
  }

  /** {@code fmt.Sprintln}: spaces between all operands, and a newline at the end. */
  public static String println(int limit, Object... values) {
    var out = new StringBuilder();
    var printer = new Printer(out, limit);
    for (int i = 0; i < values.length; i++) {
      out.append(i > 0 ? " " : "");
      printer.print(values[i], 'v');
    }
    return out.append('\n').toString();
  }

  /** {@code fmt.Sprintf}. */
  public static String printf(String format, Object... values) {
    return printf(DEFAULT_LIMIT, format, values);
  }

  /** {@code fmt.Sprintf} of at most {@code limit} characters. */
  public static String printf(int limit, String format, Object... values) {
    var out = new StringBuilder(format.length() + 16);
    new FormatString(format, values, out, limit).print();
    return out.toString();
  }
}
