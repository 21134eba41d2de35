package io.tocsin.notifier.translate.kubenotifier;

import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.translate.kubenotifier.Condition.Comparison;
import io.tocsin.notifier.translate.kubenotifier.Condition.Operand;
import io.tocsin.notifier.translate.kubenotifier.Condition.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes conditions in Expr, over {@code obj}. */
final class ExprText {
  /** What an object may have as something other than a text. */
  private static final Pattern NO_TEXT =
      Pattern.compile("true|false|-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_]\\w*");

  private static final String ALWAYS_THERE = "metadata";

  /** What is longer is read more easily with a line for each condition. */
  private static final int LINE = 80;

  private ExprText() {}

  /** What holds when all conditions do, or any of them. */
  static String of(boolean all, List<Condition> conditions) {
    String joint = all ? Term.AND : Term.OR;
    List<Term> terms = conditions.stream().map(ExprText::of).toList();
    String line = Term.join(joint, terms, " ").text();
    return line.length() > LINE ? Term.join(joint, terms, "\n").text() : line;
  }

  private static Term of(Condition condition) {
    return of(List.of(), condition);
  }

  /**
   * Writes.
   *
   * @param around the names on the way to what the condition around it found
   */
  private static Term of(List<String> around, Condition condition) {
    if (condition.comparison().isPresent()) {
      return comparison(around, condition.path(), condition.comparison().get());
    }
    if (condition.plain()) {
      List<String> here = joined(around, condition.path());
      return Term.join(
          condition.all() ? Term.AND : Term.OR,
          condition.children().stream().map(child -> of(here, child)).toList());
    }
    return Term.of("len(%s) > 0".formatted(xpath(XPathText.found(condition))));
  }

  private static Term comparison(List<String> around, JsonPath path, Comparison comparison) {
    boolean numeric = comparison.operator().numeric();
    List<Term> terms = new ArrayList<>();
    String right =
        switch (comparison.operand()) {
          case Operand.Value(String value) -> numeric ? value : literal(value);
          case Operand.At(JsonPath other) -> operand(terms, around, other, numeric);
        };
    String sign = " " + comparison.operator().sign() + " ";
    if (!path.plain()) {
      String node = numeric ? "float(#)" : "#";
      terms.add(Term.of("any(%s, %s)".formatted(xpath(path.xpath()), node + sign + right)));
      return Term.join(Term.AND, terms);
    }
    String member = member(joined(around, path));
    if (!(comparison.operator() == Operator.EQ && comparison.operand() instanceof Operand.Value)) {
      terms.addFirst(Term.of(member + " != nil"));
    }
    terms.add(Term.of(as(kind(comparison), member) + sign + right));
    return Term.join(Term.AND, terms);
  }

  /** What makes a member comparable; empty where it is a text if it is equal at all. */
  private static String kind(Comparison comparison) {
    if (comparison.operator().numeric()) {
      return "float";
    }
    return comparison.operand() instanceof Operand.Value(String value)
            && !NO_TEXT.matcher(value).matches()
        ? ""
        : "string";
  }

  /** What a path finds first; that it finds something is said first. */
  private static String operand(
      List<Term> terms, List<String> around, JsonPath path, boolean numeric) {
    if (path.plain()) {
      String member = member(joined(around, path));
      terms.add(Term.of(member + " != nil"));
      return as(numeric ? "float" : "string", member);
    }
    String found = xpath(path.xpath());
    terms.add(Term.of("len(" + found + ") > 0"));
    return as(numeric ? "float" : "", "first(" + found + ")");
  }

  private static String as(String function, String text) {
    return function.isEmpty() ? text : function + "(" + text + ")";
  }

  private static List<String> joined(List<String> around, JsonPath path) {
    List<String> names = new ArrayList<>(around);
    names.addAll(path.names());
    return names;
  }

  private static String member(List<String> names) {
    StringBuilder text = new StringBuilder("obj");
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      boolean identifier = IDENTIFIER.matcher(name).matches();
      boolean sure = i == 0 || (i == 1 && names.getFirst().equals(ALWAYS_THERE));
      text.append(sure ? (identifier ? "." : "") : "?.");
      text.append(identifier ? name : "[" + literal(name) + "]");
    }
    return text.toString();
  }

  private static String xpath(String path) {
    return "xpath(" + literal(path) + ")";
  }

  private static String literal(String text) {
    return text.matches("[^'\\\\\\p{Cntrl}]*") ? "'" + text + "'" : Yaml.compact(text);
  }
}
