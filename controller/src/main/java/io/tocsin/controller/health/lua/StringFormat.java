package io.tocsin.controller.health.lua;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code string.format}, as C's printf has it; bytes travel as Latin-1. */
final class StringFormat {
  private static final Pattern DIRECTIVE =
      Pattern.compile("%([-+ #0]{0,5})(\\d{0,2})(?:\\.(\\d{0,2}))?(.)", Pattern.DOTALL);

  private StringFormat() {}

  static Varargs apply(Varargs arguments) {
    Budget budget = Budget.current();
    String format = latin(arguments.checkstring(1));
    budget.text(format.length());
    StringBuilder result = new StringBuilder();
    Matcher matcher = DIRECTIVE.matcher(format);
    int next = 2;
    int at = 0;
    while (matcher.find(at)) {
      budget.step(1);
      result.append(format, at, matcher.start());
      at = matcher.end();
      String piece =
          matcher.group(4).equals("%") ? "%" : directive(matcher, arguments, next++, budget);
      budget.grow(result.length(), piece.length());
      result.append(piece);
      if (at >= format.length()) {
        break;
      }
    }
    result.append(format, at, format.length());
    return LuaValue.valueOf(result.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  static String latin(LuaValue string) {
    LuaString bytes = string.strvalue();
    return new String(bytes.m_bytes, bytes.m_offset, bytes.m_length, StandardCharsets.ISO_8859_1);
  }

  private static String directive(Matcher matcher, Varargs arguments, int index, Budget budget) {
    if (index > arguments.narg()) {
      throw new LuaError("bad argument #" + index + " to 'format' (no value)");
    }
    String flags = matcher.group(1);
    String width = matcher.group(2);
    int precision =
        matcher.group(3) == null
            ? -1
            : matcher.group(3).isEmpty() ? 0 : Integer.parseInt(matcher.group(3));
    char letter = matcher.group(4).charAt(0);
    String body =
        switch (letter) {
          case 'd', 'i' -> sign(arguments.checklong(index), flags);
          case 'u' -> Long.toUnsignedString(arguments.checklong(index));
          case 'x' -> Long.toHexString(arguments.checklong(index));
          case 'X' -> Long.toHexString(arguments.checklong(index)).toUpperCase(Locale.ROOT);
          case 'o' -> Long.toOctalString(arguments.checklong(index));
          case 'c' -> String.valueOf((char) (arguments.checkint(index) & 0xff));
          case 'e', 'E', 'f', 'F', 'g', 'G' ->
              real(arguments.checkdouble(index), letter, precision, flags);
          case 's' -> text(arguments.arg(index), precision);
          case 'q' -> quoted(latin(arguments.checkstring(index)));
          default -> throw new LuaError("invalid option '%" + letter + "' to 'format'");
        };
    budget.text(body.length());
    return pad(body, flags, width.isEmpty() ? 0 : Integer.parseInt(width), letter);
  }

  private static String text(LuaValue value, int precision) {
    String text = latin(value.tostring());
    return precision >= 0 && precision < text.length() ? text.substring(0, precision) : text;
  }

  private static String sign(long number, String flags) {
    return number >= 0 && flags.contains("+") ? "+" + number : Long.toString(number);
  }

  private static String real(double number, char letter, int precision, String flags) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
    }
    String plus = flags.contains("+") ? "+" : "";
    int digits = precision < 0 ? 6 : precision;
    if (letter != 'g' && letter != 'G') {
      char conversion = letter == 'F' ? 'f' : letter;
      return String.format(Locale.ROOT, "%" + plus + "." + digits + conversion, number);
    }
    return general(number, Math.max(digits, 1), plus, letter);
  }

  /** The shorter of the two notations, without zeros at the end. */
  private static String general(double number, int digits, String plus, char letter) {
    String science = String.format(Locale.ROOT, "%" + plus + "." + (digits - 1) + "e", number);
    int mark = science.indexOf('e');
    int exponent = Integer.parseInt(science.substring(mark + 1));
    if (exponent < -4 || exponent >= digits) {
      String shortened = trim(science.substring(0, mark)) + science.substring(mark);
      return letter == 'G' ? shortened.toUpperCase(Locale.ROOT) : shortened;
    }
    return trim(
        String.format(Locale.ROOT, "%" + plus + "." + (digits - 1 - exponent) + "f", number));
  }

  private static String trim(String number) {
    return number.contains(".") ? number.replaceAll("0+$", "").replaceAll("\\.$", "") : number;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case '"', '\\', '\n' -> quoted.append('\\').append(letter);
        case '\r' -> quoted.append("\\r");
        case 0 -> quoted.append("\\0");
        default -> quoted.append(letter);
      }
    }
    return quoted.append('"').toString();
  }

  private static String pad(String body, String flags, int width, char letter) {
    int missing = width - body.length();
    if (missing <= 0) {
      return body;
    }
    if (flags.contains("-")) {
      return body + " ".repeat(missing);
    }
    if (!flags.contains("0") || letter == 's' || letter == 'q' || letter == 'c') {
      return " ".repeat(missing) + body;
    }
    boolean signed = body.startsWith("-") || body.startsWith("+");
    return signed
        ? body.charAt(0) + "0".repeat(missing) + body.substring(1)
        : "0".repeat(missing) + body;
  }
}
