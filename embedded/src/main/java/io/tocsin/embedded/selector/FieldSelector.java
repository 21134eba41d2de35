package io.tocsin.embedded.selector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Selects by the values of fields; all requirements must hold. A missing field is empty. */
public record FieldSelector(List<Requirement> requirements) {
  /** Selects everything. */
  public static final FieldSelector ALL = new FieldSelector(List.of());

  /** {@code field=value}, or {@code field!=value} when it is not wanted to be equal. */
  public record Requirement(String field, String value, boolean equal) {}

  /**
   * Reads a selector such as {@code metadata.name=a,status.phase!=Running}; a backslash escapes.
   *
   * @throws IllegalArgumentException with the words of the Kubernetes API
   */
  public static FieldSelector parse(String text) {
    List<Requirement> requirements = new ArrayList<>();
    for (String term : terms(text)) {
      if (!term.isEmpty()) {
        requirements.add(requirement(text, term));
      }
    }
    return requirements.isEmpty() ? ALL : new FieldSelector(List.copyOf(requirements));
  }

  /** Whether all requirements hold for an object whose fields a function gives. */
  public boolean matches(UnaryOperator<String> fields) {
    return requirements.stream()
        .allMatch(wanted -> wanted.equal() == fields.apply(wanted.field()).equals(wanted.value()));
  }

  private static Requirement requirement(String whole, String term) {
    for (int i = 0; i < term.length(); i++) {
      String rest = term.substring(i);
      for (String operator : List.of("!=", "==", "=")) {
        if (rest.startsWith(operator)) {
          String value = unescape(rest.substring(operator.length()));
          return new Requirement(term.substring(0, i), value, !operator.equals("!="));
        }
      }
    }
    throw new IllegalArgumentException(
        "invalid selector: '%s'; can't understand '%s'".formatted(whole, term));
  }

  private static List<String> terms(String text) {
    List<String> terms = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == ',') {
        terms.add(text.substring(start, i));
        start = i + 1;
      }
    }
    terms.add(text.substring(start));
    return terms;
  }

  private static String unescape(String value) {
    return value.replaceAll("\\\\([\\\\,=])", "$1");
  }
}
