package io.tocsin.templates.golang;

/** One {@code printf}: walks the format and prints the arguments. Rules: Go's fmt. */
final class FormatString {
  private static final int LARGEST_NUMBER = 1_000_000;

  private final String format;
  private final Object[] arguments;
  private final StringBuilder out;
  private final Printer printer;
  private int at;
  private int argument;
  private boolean afterIndex;
  private boolean reordered;
  private boolean goodIndex;

  FormatString(String format, Object[] arguments, StringBuilder out, int limit) {
    this.format = format;
    this.arguments = arguments;
    this.out = out;
    this.printer = new Printer(out, limit);
  }

  void print() {
    int percent = format.indexOf('%');
    while (percent >= 0) {
      out.append(format, at, percent);
      at = percent + 1;
      directive();
      percent = format.indexOf('%', at);
    }
    out.append(format, at, format.length());
    if (!reordered && argument < arguments.length) {
      extra();
    }
  }

  private void directive() {
    var spec = new FormatSpec();
    goodIndex = true;
    afterIndex = false;
    while (at < format.length() && spec.take(format.charAt(at))) {
      at++;
    }
    index();
    width(spec);
    if (at + 1 < format.length() && format.charAt(at) == '.') {
      at++;
      precision(spec);
    }
    if (!afterIndex) {
      index();
    }
    if (at >= format.length()) {
      out.append("%!(NOVERB)");
      return;
    }
    int verb = format.codePointAt(at);
    at += Character.charCount(verb);
    print(spec, verb);
  }

  private void print(FormatSpec spec, int verb) {
    if (verb == '%') {
      out.append('%');
    } else if (!goodIndex) {
      out.append("%!").appendCodePoint(verb).append("(BADINDEX)");
    } else if (argument >= arguments.length) {
      out.append("%!").appendCodePoint(verb).append("(MISSING)");
    } else {
      if (verb == 'v' || verb == 'w') {
        spec.useGoSyntax();
      }
      printer.use(spec);
      printer.print(arguments[argument++], verb);
    }
  }

  private void width(FormatSpec spec) {
    if (at < format.length() && format.charAt(at) == '*') {
      at++;
      spec.width = integerArgument();
      if (spec.width == Integer.MIN_VALUE) {
        out.append("%!(BADWIDTH)");
        spec.width = FormatSpec.ABSENT;
      } else if (spec.width < 0) {
        spec.width = -spec.width;
        spec.minus = true;
        spec.zero = false;
      }
      afterIndex = false;
    } else {
      spec.width = number(format.length());
      goodIndex &= !afterIndex || spec.width == FormatSpec.ABSENT;
    }
  }

  private void precision(FormatSpec spec) {
    goodIndex &= !afterIndex;
    index();
    if (at < format.length() && format.charAt(at) == '*') {
      at++;
      spec.precision = Math.max(integerArgument(), FormatSpec.ABSENT);
      if (spec.precision == FormatSpec.ABSENT) {
        out.append("%!(BADPREC)");
      }
      afterIndex = false;
    } else {
      spec.precision = Math.max(number(format.length()), 0);
    }
  }

  /** An index such as {@code [2]} of the argument that comes next. */
  private void index() {
    afterIndex = false;
    if (at >= format.length() || format.charAt(at) != '[') {
      return;
    }
    reordered = true;
    int close = format.indexOf(']', at);
    if (close < 0) {
      at++;
      goodIndex = false;
      return;
    }
    at++;
    int number = number(close);
    boolean isNumber = number != FormatSpec.ABSENT && at == close;
    boolean isIndex = isNumber && number >= 1 && number <= arguments.length;
    at = close + 1;
    afterIndex = isNumber;
    goodIndex &= isIndex;
    argument = isIndex ? number - 1 : argument;
  }

  /** The number that stands here, or {@link FormatSpec#ABSENT}. */
  private int number(int end) {
    int start = at;
    int number = 0;
    while (at < end && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
      if (number > LARGEST_NUMBER) {
        at = end;
        return FormatSpec.ABSENT;
      }
      number = number * 10 + format.charAt(at++) - '0';
    }
    return at == start ? FormatSpec.ABSENT : number;
  }

  /** The next argument, for a {@code *}; the least integer when it is no small whole number. */
  private int integerArgument() {
    if (argument >= arguments.length) {
      return Integer.MIN_VALUE;
    }
    Object value = arguments[argument++];
    Object bare = GoTypes.bare(value);
    boolean isInteger =
        bare instanceof Number number
            && !(number instanceof Double)
            && Math.abs(number.longValue()) <= LARGEST_NUMBER
            && number.longValue() != Long.MIN_VALUE;
    return isInteger ? ((Number) bare).intValue() : Integer.MIN_VALUE;
  }

  private void extra() {
    printer.use(new FormatSpec());
    out.append("%!(EXTRA ");
    for (int i = argument; i < arguments.length; i++) {
      out.append(i > argument ? ", " : "");
      if (arguments[i] != null) {
        out.append(GoTypes.name(arguments[i])).append('=');
      }
      printer.print(arguments[i], 'v');
    }
    out.append(')');
  }
}
