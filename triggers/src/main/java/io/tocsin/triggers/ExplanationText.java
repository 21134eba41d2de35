package io.tocsin.triggers;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFormat;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoStrings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints explanations. */
final class ExplanationText {
  private static final int MAX_VALUE = 60;

  private ExplanationText() {}

  static String of(Explanation explanation) {
    StringBuilder text = new StringBuilder();
    append(text, explanation, 0);
    return text.toString();
  }

  private static void append(StringBuilder text, Explanation part, int depth) {
    text.repeat("  ", depth)
        .append(part.text().replaceAll("\\s+", " "))
        .append(outcome(part))
        .append('\n');
    if (part.isEvaluated() || part.failed().isPresent()) {
      appendParts(text, part, part, depth + 1);
    }
  }

  /** The parts of a part, but for the maps on the way to a member of the whole. */
  private static void appendParts(
      StringBuilder text, Explanation whole, Explanation part, int depth) {
    for (Explanation child : part.parts()) {
      if (isPrefix(whole, child)) {
        appendParts(text, whole, child, depth);
      } else {
        append(text, child, depth);
      }
    }
  }

  /** Whether it is a map that the part only takes a member of. */
  private static boolean isPrefix(Explanation part, Explanation child) {
    boolean maps = child.isEvaluated() && child.values().stream().allMatch(Map.class::isInstance);
    boolean member =
        child.text().equals("#")
            || (part.from() == child.from()
                && part.to() > child.to()
                && ".?[".indexOf(part.text().charAt(child.text().length())) >= 0);
    return maps && member && child.error().isEmpty();
  }

  private static String outcome(Explanation part) {
    if (part.error().isPresent()) {
      return ": ERROR " + part.error().get();
    }
    if (!part.isEvaluated()) {
      return ": not evaluated";
    }
    String values =
        part.values().stream().map(ExplanationText::value).collect(Collectors.joining(", "));
    return " = " + values + (part.count() > part.values().size() ? ", …" : "");
  }

  private static String value(Object value) {
    return switch (value) {
      case null -> "nil";
      case String text -> '"' + cut(GoStrings.printable(text)) + '"';
      case Map<?, ?> map -> "a map of " + map.size();
      case List<?> list -> "a list of " + list.size();
      case byte[] bytes -> bytes.length + " bytes";
      case GoFunction _ -> "a function";
      default -> cut(printed(value));
    };
  }

  private static String printed(Object value) {
    try {
      return GoFormat.sprint(value);
    } catch (GoException e) {
      return "…";
    }
  }

  private static String cut(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= MAX_VALUE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_VALUE)) + "…";
  }
}
