package io.tocsin.controller.project;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Patterns as Argo CD's: {@code *} and {@code ?} (not over a separator), {@code **}, {@code [a-z]},
 * {@code [!a-z]}, {@code {one,two}} and backslashes.
 *
 * @param pattern what matches whole texts
 */
public record Glob(Pattern pattern) {
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  /**
   * A pattern in which {@code *} matches all characters; one that cannot be read matches nothing.
   */
  public static Glob of(String text) {
    return compiled(text, ".", true);
  }

  /** A pattern in which {@code *} and {@code ?} stop at slashes. */
  public static Glob ofPath(String text) {
    return compiled(text, "[^/]", true);
  }

  /** A pattern of Go's {@code path/filepath}: as of paths, without braces and {@code **}. */
  public static Glob ofName(String text) {
    return compiled(text, "[^/]", false);
  }

  public boolean matches(String text) {
    return pattern.matcher(text).matches();
  }

  private static Glob compiled(String text, String any, boolean extended) {
    try {
      return new Glob(
          Pattern.compile(new Translation(text, any, extended).translate(), Pattern.DOTALL));
    } catch (PatternSyntaxException e) {
      return new Glob(NOTHING);
    }
  }

  /** Turns one glob into a regular expression. */
  private static final class Translation {
    private final String text;
    private final String any;
    private final boolean extended;
    private final StringBuilder regex = new StringBuilder();
    private int at;
    private int depth;

    Translation(String text, String any, boolean extended) {
      this.text = text;
      this.any = any;
      this.extended = extended;
    }

    String translate() {
      while (at < text.length()) {
        char c = text.charAt(at++);
        switch (c) {
          case '*' -> star();
          case '?' -> regex.append(any);
          case '[' -> set();
          case '\\' -> escaped();
          case '{' -> brace(c, "(?:", 1);
          case '}' -> brace(c, ")", -1);
          case ',' -> regex.append(depth > 0 ? "|" : ",");
          default -> literal(c);
        }
      }
      if (depth != 0) {
        throw new PatternSyntaxException("unbalanced brace", text, at);
      }
      return regex.toString();
    }

    private void star() {
      boolean twice = extended && at < text.length() && text.charAt(at) == '*';
      while (at < text.length() && text.charAt(at) == '*') {
        at++;
      }
      regex.append(twice ? "." : any).append('*');
    }

    private void set() {
      int end = text.indexOf(']', at + 1);
      if (end < 0) {
        throw new PatternSyntaxException("unclosed set", text, at);
      }
      String set = text.substring(at, end);
      boolean not = set.startsWith(extended ? "!" : "^");
      regex.append(not ? "[^" : "[");
      (not ? set.substring(1) : set)
          .chars()
          .forEach(c -> regex.append("[]&^\\".indexOf(c) < 0 ? "" : "\\").append((char) c));
      regex.append(']');
      at = end + 1;
    }

    private void escaped() {
      if (at == text.length()) {
        throw new PatternSyntaxException("nothing to escape", text, at);
      }
      literal(text.charAt(at++));
    }

    private void brace(char c, String group, int change) {
      if (!extended) {
        literal(c);
        return;
      }
      depth += change;
      regex.append(group);
    }

    private void literal(char c) {
      regex.append(Pattern.quote(String.valueOf(c)));
    }
  }
}
