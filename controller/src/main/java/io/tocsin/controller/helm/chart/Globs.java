package io.tocsin.controller.helm.chart;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Patterns of paths. A pattern that is none matches nothing but itself. */
public final class Globs {
  private static final String SPECIAL = "\\.[]{}()+-^$|&~#@<>=!,: ";

  private final String glob;
  private final boolean deep;
  private final boolean optionalDirectories;
  private final StringBuilder regex = new StringBuilder();
  private int at;
  private int braces;

  private Globs(String glob, boolean deep, boolean optionalDirectories) {
    this.glob = glob;
    this.deep = deep;
    this.optionalDirectories = optionalDirectories;
  }

  /** With {@code *}, {@code ?} and {@code [a-z]}, none of which matches a slash. */
  public static Pattern name(String glob) {
    return new Globs(glob, false, false).compile();
  }

  /** Also with {@code **}, which matches slashes, and {@code {a,b}}. */
  public static Pattern path(String glob) {
    return new Globs(glob, true, false).compile();
  }

  /** The same, but <code>**&#47;</code> also matches no directory at all. */
  public static Pattern tree(String glob) {
    return new Globs(glob, true, true).compile();
  }

  /** Whether the text has a sign of a pattern. */
  public static boolean isGlob(String text) {
    return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
  }

  private Pattern compile() {
    while (at < glob.length()) {
      add(glob.charAt(at++));
    }
    try {
      return Pattern.compile(regex.toString(), Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      return Pattern.compile(Pattern.quote(glob));
    }
  }

  private void add(char c) {
    switch (c) {
      case '*' -> star();
      case '?' -> regex.append("[^/]");
      case '[' -> set();
      case '\\' -> literal(at < glob.length() ? glob.charAt(at++) : '\\');
      case '{' -> brace();
      case '}' -> endOfBrace();
      case ',' -> regex.append(braces > 0 ? "|" : ",");
      default -> literal(c);
    }
  }

  private void star() {
    if (!deep || at >= glob.length() || glob.charAt(at) != '*') {
      regex.append("[^/]*");
      return;
    }
    at++;
    if (optionalDirectories && at < glob.length() && glob.charAt(at) == '/') {
      at++;
      regex.append("(?:.*/)?");
    } else {
      regex.append(".*");
    }
  }

  private void brace() {
    if (deep) {
      braces++;
      regex.append("(?:");
    } else {
      literal('{');
    }
  }

  private void endOfBrace() {
    if (braces > 0) {
      braces--;
      regex.append(')');
    } else {
      literal('}');
    }
  }

  private void set() {
    int end = glob.indexOf(']', at + 1);
    if (end < 0) {
      literal('[');
      return;
    }
    String inner = glob.substring(at, end);
    boolean negated = inner.startsWith("!") || inner.startsWith("^");
    String body = negated ? inner.substring(1) : inner;
    regex.append(negated ? "[^/" : "[").append(body.replace("[", "\\[").replace("&&", "&\\&"));
    regex.append(']');
    at = end + 1;
  }

  private void literal(char c) {
    if (SPECIAL.indexOf(c) >= 0) {
      regex.append('\\');
    }
    regex.append(c);
  }
}
