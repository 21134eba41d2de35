package io.tocsin.embedded.selector;

import io.tocsin.embedded.selector.LabelSelector.Compare;
import io.tocsin.embedded.selector.LabelSelector.Exists;
import io.tocsin.embedded.selector.LabelSelector.In;
import io.tocsin.embedded.selector.LabelSelector.NotIn;
import io.tocsin.embedded.selector.LabelSelector.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The grammar of {@code apimachinery/pkg/labels}. */
final class LabelSelectorParser {
  private static final Set<String> SYMBOLS =
      Set.of("(", ")", ",", "!", "=", "==", "!=", ">", "<", "");

  private final List<String> tokens;
  private int next;

  LabelSelectorParser(String text) {
    tokens = tokens(text);
  }

  List<Requirement> parse() {
    List<Requirement> requirements = new ArrayList<>();
    requirements.add(requirement());
    while (peek().equals(",")) {
      next++;
      requirements.add(requirement());
    }
    if (!peek().isEmpty()) {
      throw refused("found '%s', expected: ',' or 'end of string'");
    }
    return requirements;
  }

  private Requirement requirement() {
    if (peek().equals("!")) {
      next++;
      return new Exists(identifier(), false);
    }
    String key = identifier();
    String operator = peek();
    if (operator.isEmpty() || operator.equals(",")) {
      return new Exists(key, true);
    }
    next++;
    return switch (operator) {
      case "=", "==" -> new In(key, Set.of(value()));
      case "!=" -> new NotIn(key, Set.of(value()));
      case "in" -> new In(key, values());
      case "notin" -> new NotIn(key, values());
      case ">" -> new Compare(key, true, number());
      case "<" -> new Compare(key, false, number());
      default -> {
        next--;
        throw refused("found '%s', expected: '=', '!=', '==', 'in', notin'");
      }
    };
  }

  private long number() {
    try {
      return Long.parseLong(value());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "unable to parse requirement: for 'Gt', 'Lt' operators, the value must be an integer", e);
    }
  }

  /** A value may be empty: {@code key=}. */
  private String value() {
    if (peek().isEmpty() || peek().equals(",")) {
      return "";
    }
    return identifier();
  }

  private Set<String> values() {
    expect("(");
    Set<String> values = new TreeSet<>();
    values.add(member());
    while (peek().equals(",")) {
      next++;
      values.add(member());
    }
    expect(")");
    return values;
  }

  private String member() {
    return peek().equals(",") || peek().equals(")") ? "" : identifier();
  }

  private String identifier() {
    if (SYMBOLS.contains(peek())) {
      throw refused("found '%s', expected: identifier");
    }
    return tokens.get(next++);
  }

  private void expect(String symbol) {
    if (!peek().equals(symbol)) {
      throw refused("found '%s' expected: '" + symbol + "'");
    }
    next++;
  }

  private String peek() {
    return next < tokens.size() ? tokens.get(next) : "";
  }

  private IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("unable to parse requirement: " + why.formatted(peek()));
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    int position = 0;
    while (position < text.length()) {
      char first = text.charAt(position);
      if (Character.isWhitespace(first)) {
        position++;
        continue;
      }
      int end = isSymbol(first) ? symbolEnd(text, position) : wordEnd(text, position);
      tokens.add(text.substring(position, end));
      position = end;
    }
    return tokens;
  }

  private static int symbolEnd(String text, int start) {
    boolean pair =
        start + 1 < text.length()
            && text.charAt(start + 1) == '='
            && (text.charAt(start) == '=' || text.charAt(start) == '!');
    return start + (pair ? 2 : 1);
  }

  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length()
        && !isSymbol(text.charAt(end))
        && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isSymbol(char c) {
    return "()!,=<>".indexOf(c) >= 0;
  }
}
