package io.tocsin.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class CorpusTest {
  private static final Map<String, Object> VARIABLES = Corpus.variables();

  @TestFactory
  Stream<DynamicTest> everyExpressionIsWhatExprSays() {
    return Corpus.cases()
        .map(
            expected ->
                DynamicTest.dynamicTest(
                    expected.get("expression").stringValue(), () -> check(expected)));
  }

  private static void check(JsonNode expected) {
    JsonNode actual = Corpus.json(answer(expected.get("expression").stringValue()));
    if (expected.has("phase")) {
      assertThat(actual.path("phase")).as(actual.toString()).isEqualTo(expected.get("phase"));
    } else {
      for (String key : new String[] {"value", "type", "string", "triggered"}) {
        assertThat(actual.path(key)).as(actual.toString()).isEqualTo(expected.get(key));
      }
    }
  }

  private static String answer(String expression) {
    try {
      return Evaluation.of(Expression.compile(expression), VARIABLES).toJson();
    } catch (ExpressionException e) {
      return e.toJson();
    }
  }

  @TestFactory
  Stream<DynamicTest> anExplanationHasTheValueOfTheEvaluation() {
    return Corpus.cases()
        .filter(expected -> !expected.path("phase").stringValue("").equals("compile"))
        .map(expected -> expected.get("expression").stringValue())
        .map(expression -> DynamicTest.dynamicTest(expression, () -> checkExplanation(expression)));
  }

  private static void checkExplanation(String source) {
    Expression expression = Expression.compile(source);
    Explanation explanation = expression.explain(VARIABLES);
    assertThat(explanation.toString()).isNotBlank();
    if (explanation.failed().isPresent()) {
      assertThat(answer(source)).contains("\"phase\":\"run\"");
    } else if (explanation.isEvaluated()) {
      assertThat(Evaluation.of(explanation.values().getFirst()).toJson()).isEqualTo(answer(source));
    }
  }
}
