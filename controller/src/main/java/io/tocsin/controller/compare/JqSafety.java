package io.tocsin.controller.compare;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What expressions of jq may not have here. To select a path needs none of it, and a few characters
 * of it make values of gigabytes before any clock is looked at.
 */
final class JqSafety {
  private static final int MAX_LENGTH = 2000;
  private static final int MAX_ADDITIONS = 8;

  /** Loops whose turns cannot be counted from outside. */
  static final Set<String> LOOPS =
      Set.of("until/2", "while/2", "recurse/1", "recurse/2", "repeat/1");

  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\[^(])*+\"");
  private static final Pattern FORBIDDEN =
      Pattern.compile("\\*|\\\\\\(|\\b(?:reduce|foreach|def|import|include)\\b");

  private JqSafety() {}

  /** Why the expression is refused; null if it is not. */
  static String objection(String expression) {
    if (expression.length() > MAX_LENGTH) {
      return "is longer than %d characters".formatted(MAX_LENGTH);
    }
    String code = TEXT.matcher(expression).replaceAll("\"\"");
    Matcher matcher = FORBIDDEN.matcher(code);
    if (matcher.find()) {
      return "must not use `%s`".formatted(matcher.group());
    }
    return code.chars().filter(letter -> letter == '+').count() > MAX_ADDITIONS
        ? "adds more than %d times".formatted(MAX_ADDITIONS)
        : null;
  }
}
