package io.tocsin.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Whatever the text, compiling and evaluating it ends in a value or in an ExpressionException. */
@Timeout(30)
class FuzzTest {
  private static final int EXPRESSIONS = 1_000;

  private static final List<String> WORDS =
      List.of(
          "app",
          ".status",
          ".xs",
          ".conditions",
          "?.",
          "[0]",
          "[",
          "]",
          "(",
          ")",
          "{",
          "}",
          "#",
          ".type",
          "any(",
          "map(",
          "filter(",
          "reduce(",
          "sortBy(",
          "len(",
          "let x = ",
          ";",
          "x",
          "1",
          "2.5",
          "'a'",
          "nil",
          "true",
          "+",
          "-",
          "*",
          "/",
          "%",
          "**",
          "..",
          "==",
          "!=",
          "<",
          ">=",
          "and",
          "or",
          "not",
          "in",
          "matches",
          "contains",
          "??",
          "?",
          ":",
          ",",
          "|",
          "time",
          ".Now()",
          "$env",
          "if",
          "else",
          "\"",
          "`",
          "//",
          "\\",
          "é",
          "\u0000",
          "jexl:");

  private final Map<String, Object> variables = Corpus.variables();

  @RepeatedTest(5)
  void wordsInAnyOrder(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    for (int i = 0; i < EXPRESSIONS; i++) {
      StringBuilder text = new StringBuilder();
      for (int words = random.nextInt(1, 20); words > 0; words--) {
        text.append(WORDS.get(random.nextInt(WORDS.size())))
            .append(random.nextBoolean() ? " " : "");
      }
      survives(text.toString());
    }
  }

  @RepeatedTest(5)
  void expressionsWithChanges(RepetitionInfo repetition) {
    Random random = new Random(100 + repetition.getCurrentRepetition());
    List<JsonNode> cases = Corpus.cases().toList();
    for (int i = 0; i < EXPRESSIONS; i++) {
      String expression = cases.get(random.nextInt(cases.size())).get("expression").stringValue();
      survives(changed(expression, random));
    }
  }

  private static String changed(String expression, Random random) {
    StringBuilder text = new StringBuilder(expression);
    for (int changes = random.nextInt(1, 4); changes > 0 && !text.isEmpty(); changes--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
        default -> text.setCharAt(at, (char) random.nextInt(32, 127));
      }
    }
    return text.toString();
  }

  private void survives(String text) {
    Map<String, Object> before = Map.copyOf(variables);
    try {
      Expression expression = Expression.compile(text);
      Evaluation.of(expression, variables);
      assertThat(expression.explain(variables).toString()).isNotEmpty();
    } catch (ExpressionException e) {
      assertThat(e.getMessage()).as(text).isNotBlank();
    }
    assertThat(variables).isEqualTo(before);
  }
}
