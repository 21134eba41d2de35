package io.tocsin.services.webhook;

import io.tocsin.services.http.HttpAnswer;
import io.tocsin.services.http.Json;
import io.tocsin.services.http.JsonException;
import io.tocsin.services.options.Options;
import io.tocsin.triggers.Expression;
import io.tocsin.triggers.ExpressionException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The option {@code success}: a condition over {@code status}, a number, and {@code body}, the
 * answer's JSON or else its text.
 */
record Success(Expression condition) {
  /** How a condition turned out: whether it was true, and if not, why. */
  record Verdict(boolean success, String reason) {}

  static Optional<Success> compile(Options options, String source) {
    try {
      return Optional.of(new Success(Expression.compile(source)));
    } catch (ExpressionException wrong) {
      options.error("success", "does not compile: " + wrong.getMessage());
      return Optional.empty();
    }
  }

  Verdict judge(HttpAnswer answer) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("status", (long) answer.status());
    variables.put("body", body(answer.body()));
    try {
      return new Verdict(
          Boolean.TRUE.equals(condition.evaluate(variables)),
          "the answer does not fulfil success: " + condition.source());
    } catch (ExpressionException failed) {
      return new Verdict(
          false,
          "success: " + condition.source() + " failed on the answer: " + failed.getMessage());
    }
  }

  private static Object body(String text) {
    try {
      return Json.read(text);
    } catch (JsonException noJson) {
      return text;
    }
  }
}
