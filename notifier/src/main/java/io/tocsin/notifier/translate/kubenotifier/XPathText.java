package io.tocsin.notifier.translate.kubenotifier;

import io.tocsin.notifier.translate.kubenotifier.Condition.Comparison;
import io.tocsin.notifier.translate.kubenotifier.Condition.Operand;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes the conditions below another one as a predicate of XPath. */
final class XPathText {
  private XPathText() {}

  /** What finds the nodes of the condition's path for which its children hold. */
  static String found(Condition condition) {
    String path = condition.path().xpath();
    String nodes = path.contains("|") ? "(" + path + ")" : path;
    return nodes + "[" + children(condition).text() + "]";
  }

  private static Term children(Condition condition) {
    return Term.join(
        condition.all() ? Term.AND : Term.OR,
        condition.children().stream().map(XPathText::child).toList());
  }

  private static Term child(Condition condition) {
    return condition
        .comparison()
        .map(comparison -> comparison(condition.path().xpath(), comparison))
        .orElseGet(() -> Term.of(found(condition)));
  }

  private static Term comparison(String path, Comparison comparison) {
    boolean numeric = comparison.operator().numeric();
    String left = path + " " + comparison.operator().xpathSign() + " ";
    return switch (comparison.operand()) {
      case Operand.Value(String value) -> Term.of(left + (numeric ? value : literal(value)));
      case Operand.At(JsonPath other) when numeric ->
          Term.of(left + "number(" + other.xpath() + ")");
      case Operand.At(JsonPath other) ->
          new Term(other.xpath() + " and " + left + "string(" + other.xpath() + ")", Term.AND);
    };
  }

  /** XPath 1.0 has no escapes. */
  private static String literal(String text) {
    if (!text.contains("'")) {
      return "'" + text + "'";
    }
    if (!text.contains("\"")) {
      return "\"" + text + "\"";
    }
    return Arrays.stream(text.split("'", -1))
        .map(part -> "'" + part + "'")
        .collect(Collectors.joining(", \"'\", ", "concat(", ")"));
  }
}
