package io.tocsin.triggers.builtin;

import static io.tocsin.triggers.run.Values.text;

import io.tocsin.templates.golang.GoInt;
import io.tocsin.templates.golang.GoStrings;
import io.tocsin.triggers.run.Failure;
import io.tocsin.triggers.run.Run;
import io.tocsin.triggers.run.Site;
import io.tocsin.triggers.run.Values;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Changes to strings, and searches in them. */
final class TextFunctions {
  private static final long MAX_REPETITIONS = 1_000_000;

  private TextFunctions() {}

  static void addTo(Map<String, Site.Body> all) {
    all.put("trim", (run, arguments) -> trim(arguments));
    all.put("trimPrefix", (run, arguments) -> trimPrefix(text(arguments[0]), affix(arguments)));
    all.put("trimSuffix", (run, arguments) -> trimSuffix(text(arguments[0]), affix(arguments)));
    all.put("upper", mapping(Character::toUpperCase));
    all.put("lower", mapping(Character::toLowerCase));
    all.put("repeat", TextFunctions::repeat);
    all.put(
        "indexOf",
        (run, arguments) -> position(arguments, text(arguments[0]).indexOf(text(arguments[1]))));
    all.put(
        "lastIndexOf",
        (run, arguments) ->
            position(arguments, text(arguments[0]).lastIndexOf(text(arguments[1]))));
    all.put("hasPrefix", (run, arguments) -> text(arguments[0]).startsWith(text(arguments[1])));
    all.put("hasSuffix", (run, arguments) -> text(arguments[0]).endsWith(text(arguments[1])));
  }

  private static Object trim(Object[] arguments) {
    String text = text(arguments[0]);
    if (arguments.length == 1) {
      return trim(text, TextFunctions::isSpace);
    }
    String cut = text(arguments[1]);
    return trim(text, c -> cut.indexOf(c) >= 0);
  }

  private static String trim(String text, IntPredicate cut) {
    int from = 0;
    int to = text.length();
    while (from < to && cut.test(text.codePointAt(from))) {
      from += Character.charCount(text.codePointAt(from));
    }
    while (to > from && cut.test(text.codePointBefore(to))) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(int c) {
    boolean control = (c >= '\t' && c <= '\r') || c == 0x85;
    return control || Character.isSpaceChar(c);
  }

  private static String affix(Object[] arguments) {
    return arguments.length == 1 ? " " : text(arguments[1]);
  }

  private static Object trimPrefix(String text, String prefix) {
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  private static Object trimSuffix(String text, String suffix) {
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  private static Site.Body mapping(IntUnaryOperator operator) {
    return (run, arguments) -> {
      StringBuilder mapped = new StringBuilder();
      text(arguments[0]).codePoints().map(operator).forEach(mapped::appendCodePoint);
      return mapped.toString();
    };
  }

  private static Object repeat(Run run, Object[] arguments) {
    String text = text(arguments[0]);
    long count = Values.toLong(arguments[1]);
    if (count < 0) {
      throw new Failure("repeat takes a positive count, not " + count);
    }
    if (count > MAX_REPETITIONS) {
      throw new Failure("memory budget exceeded");
    }
    run.budget().grow(GoStrings.length(text) * count);
    return text.repeat((int) count);
  }

  /** Go counts bytes. */
  private static Object position(Object[] arguments, int index) {
    return GoInt.of(index < 0 ? -1 : GoStrings.length(text(arguments[0]).substring(0, index)));
  }
}
