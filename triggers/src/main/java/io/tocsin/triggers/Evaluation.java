package io.tocsin.triggers;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFormat;
import io.tocsin.templates.golang.GoStrings;
import io.tocsin.triggers.ExpressionException.Phase;
import io.tocsin.triggers.builtin.JsonWriter;
import io.tocsin.triggers.run.Failure;
import io.tocsin.triggers.run.Values;
import java.util.Map;

/**
 * A value with all that is to be known of it.
 *
 * @param type its Go type, with {@code any} for {@code interface {}}
 * @param string as Go prints it, which is what {@code oncePer} makes of it
 * @param triggered whether it is exactly true, which is what {@code when} makes of it
 */
public record Evaluation(Object value, String type, String string, boolean triggered) {
  /**
   * @throws ExpressionException when the value is too large to print
   */
  public static Evaluation of(Object value) {
    try {
      return new Evaluation(
          value,
          Values.typeName(value).replace("interface {}", "any"),
          GoStrings.printable(GoFormat.sprint(value)),
          Boolean.TRUE.equals(value));
    } catch (GoException e) {
      throw new ExpressionException(Phase.RUN, e.getMessage());
    }
  }

  /** Evaluates an expression. */
  public static Evaluation of(Expression expression, Map<String, Object> variables) {
    return of(expression.evaluate(variables));
  }

  /** The value as JSON on one line; {@code null} where JSON has no such value. */
  public String json() {
    try {
      return JsonWriter.compact(value);
    } catch (Failure e) {
      return "null";
    }
  }

  /**
   * One line of JSON with the keys {@code value}, {@code type}, {@code string}, {@code triggered}.
   */
  public String toJson() {
    return "{\"value\":%s,\"type\":%s,\"string\":%s,\"triggered\":%s}"
        .formatted(json(), JsonWriter.compact(type), JsonWriter.compact(string), triggered);
  }
}
