package io.tocsin.notifier.config;

import com.google.re2j.Pattern;
import java.util.List;

/** Names, globs ({@code team-*}) and {@code /regular expressions/} of namespaces. */
public record NamespacePatterns(List<Pattern> patterns) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");

  public NamespacePatterns {
    patterns = List.copyOf(patterns);
  }

  /** Throws com.google.re2j.PatternSyntaxException when a regular expression is none. */
  public static NamespacePatterns of(List<String> texts) {
    return new NamespacePatterns(texts.stream().map(NamespacePatterns::pattern).toList());
  }

  /** Whether one of them fits. */
  public boolean matches(String namespace) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(namespace).find());
  }

  /** Whether it can be the name of a namespace, and fits that alone. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  private static Pattern pattern(String text) {
    if (text.length() > 1 && text.startsWith("/") && text.endsWith("/")) {
      return Pattern.compile(text.substring(1, text.length() - 1));
    }
    StringBuilder regex = new StringBuilder("^");
    for (String part : text.split("(?=[*?])|(?<=[*?])")) {
      switch (part) {
        case "*" -> regex.append(".*");
        case "?" -> regex.append('.');
        default -> regex.append(Pattern.quote(part));
      }
    }
    return Pattern.compile(regex.append('$').toString());
  }
}
