package io.tocsin.triggers;

import io.tocsin.triggers.ExpressionException.Phase;
import io.tocsin.triggers.plain.PlainScript;
import io.tocsin.triggers.run.Failure;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An expression of plain JEXL, which is an extension: the original has no such thing. */
record JexlExpression(String source, PlainScript script) implements Expression {
  static final String PREFIX = "jexl:";

  private static final Pattern TEXTS = Pattern.compile("'(\\\\.|[^'])*'|\"(\\\\.|[^\"])*\"");
  private static final Pattern WORDS = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*");

  static JexlExpression of(String source) {
    try {
      int from = source.indexOf(PREFIX) + PREFIX.length();
      return new JexlExpression(source, PlainScript.compile(source.substring(from)));
    } catch (Failure e) {
      throw new ExpressionException(Phase.COMPILE, e.getMessage());
    }
  }

  @Override
  public Object evaluate(Map<String, Object> variables) {
    try {
      return script.evaluate(variables);
    } catch (Failure e) {
      throw new ExpressionException(Phase.RUN, e.getMessage());
    }
  }

  @Override
  public Explanation explain(Map<String, Object> variables) {
    try {
      Object value = evaluate(variables);
      return explanation(Collections.singletonList(value), Optional.empty());
    } catch (ExpressionException e) {
      return explanation(List.of(), Optional.of(e.getMessage()));
    }
  }

  private Explanation explanation(List<Object> values, Optional<String> error) {
    return new Explanation(source, 0, source.length(), values, values.size(), error, List.of());
  }

  /** JEXL says nothing of what it reads: any mention of the clock counts. */
  @Override
  public boolean readsClock() {
    return source.contains("time") && source.contains("Now");
  }

  /** JEXL says nothing of what it reads: any word that is no member and in no text counts. */
  @Override
  public boolean names(Set<String> variables) {
    String code = TEXTS.matcher(source).replaceAll("''");
    return WORDS.matcher(code).results().anyMatch(word -> variables.contains(word.group()));
  }
}
