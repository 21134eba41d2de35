package io.tocsin.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static Explanation explain(String expression) {
    return Expression.compile(expression).explain(Corpus.variables());
  }

  @Test
  void eachPartOfAConditionHasItsValue() {
    assertThat(
            explain("app.status.health.status == 'Healthy' and app.status.sync.status == 'X'")
                .toString())
        .isEqualTo(
            """
            app.status.health.status == 'Healthy' and app.status.sync.status == 'X' = false
              app.status.health.status == 'Healthy' = true
                app.status.health.status = "Healthy"
              app.status.sync.status == 'X' = false
                app.status.sync.status = "Synced"
            """);
  }

  @Test
  void whatWasNotEvaluatedSaysSo() {
    assertThat(explain("app.status.f and app.status.num > 1").toString())
        .contains("app.status.num > 1: not evaluated");
  }

  @Test
  void theFailingPartIsMarked() {
    Explanation explanation = explain("app.status.missing.phase == 'x' or ok");

    assertThat(explanation.failed().orElseThrow().text()).isEqualTo("app.status.missing.phase");
    assertThat(explanation.toString())
        .contains("app.status.missing.phase: ERROR cannot fetch phase from nil (1:20)")
        .contains("app.status.missing = nil")
        .contains("ok: not evaluated");
  }

  @Test
  void aPredicateHasAValueForEachElement() {
    assertThat(explain("any(app.status.conditions, .type == 'C')").toString())
        .contains(".type == 'C' = false, false, true")
        .contains(".type = \"A\", \"B\", \"C\"");
  }

  @Test
  void partsKnowWhereTheyStand() {
    Explanation part = explain("1 + (i * 2)").parts().getFirst();

    assertThat(part.text()).isEqualTo("i * 2");
    assertThat(part.from()).isEqualTo(5);
    assertThat(part.to()).isEqualTo(10);
  }
}
