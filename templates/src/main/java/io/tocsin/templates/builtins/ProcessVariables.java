package io.tocsin.templates.builtins;

import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoType;
import java.util.List;
import java.util.Map;

/**
 * Sprig's {@code env} and {@code expandenv}, which read the environment variables of this process.
 * Rules: Go's os.Expand.
 */
public final class ProcessVariables {
  private static final String SPECIAL = "*#$@!?-0123456789";

  private final Map<String, String> variables;

  /**
   * @param variables what the functions see, by name
   */
  public ProcessVariables(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  public List<GoFunction> functions() {
    return List.of(
        GoFunction.of("env", GoType.STRING, a -> value((String) a[0]), GoType.STRING),
        GoFunction.of("expandenv", GoType.STRING, a -> expand((String) a[0]), GoType.STRING));
  }

  private String value(String name) {
    return variables.getOrDefault(name, "");
  }

  private String expand(String text) {
    var expanded = new StringBuilder(text.length());
    int at = 0;
    for (int dollar = text.indexOf('$');
        dollar >= 0 && dollar + 1 < text.length();
        dollar = text.indexOf('$', at)) {
      expanded.append(text, at, dollar);
      at = reference(text, dollar + 1, expanded);
    }
    return expanded.append(text, at, text.length()).toString();
  }

  private String named(String text, int from, int to) {
    return value(text.substring(from, to));
  }

  /** Appends what a reference stands for; the index after it. */
  private int reference(String text, int start, StringBuilder expanded) {
    if (text.charAt(start) == '{') {
      return braced(text, start, expanded);
    }
    if (SPECIAL.indexOf(text.charAt(start)) >= 0) {
      expanded.append(named(text, start, start + 1));
      return start + 1;
    }
    int end = start;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    expanded.append(end == start ? "$" : named(text, start, end));
    return end;
  }

  /** A reference in braces; one without a name or without an end is dropped. */
  private int braced(String text, int brace, StringBuilder expanded) {
    int end = text.indexOf('}', brace);
    if (end < 0) {
      return brace + 1;
    }
    expanded.append(end == brace + 1 ? "" : named(text, brace + 1, end));
    return end + 1;
  }

  private static boolean isNamePart(char c) {
    return c < 0x80 && (c == '_' || Character.isLetterOrDigit(c));
  }
}
