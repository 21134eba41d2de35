package io.tocsin.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoInt;
import io.tocsin.templates.golang.GoType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  private static Object evaluate(String expression) {
    return Expression.compile(expression).evaluate(Corpus.variables());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time.Now().Hour() > 3",
        "any(list, time.Now().Unix() > .a)",
        "now() > date('2020-01-01')",
        "let t = time; t.Now()",
        "$env.time.Now()",
        "jexl: time.Now().Hour() > 3"
      })
  void whatReadsTheClockIsKnown(String expression) {
    assertThat(Expression.compile(expression).readsClock()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app.status.sync.status == 'Synced'",
        "time.Parse(app.status.health.lastTransitionTime) > time.Parse('x')",
        "time.Minute * 5 > time.Second",
        "app.time.Now",
        "$env.app"
      })
  void whatDoesNotReadTheClockIsKnownToo(String expression) {
    assertThat(Expression.compile(expression).readsClock()).isFalse();
  }

  @Test
  void errorsNameLineAndColumn() {
    assertThatThrownBy(() -> evaluate("1 +\n  app.nope.x"))
        .isInstanceOf(ExpressionException.class)
        .hasMessage("cannot fetch x from nil (2:12)");
    assertThatThrownBy(() -> Expression.compile("'1' == 1"))
        .hasMessage("invalid operation: == (mismatched types string and int) (1:5)");
  }

  @Test
  void anOperatorThatFailsIsFoundInAScriptOfMany() {
    assertThatThrownBy(() -> evaluate("(i + i) * (i - app.metadata.name) + i"))
        .hasMessage("invalid operation: int64 - string (1:14)");
    assertThatThrownBy(() -> evaluate("all(list, .a > 0 and .b < 3)"))
        .hasMessage("invalid operation: string < int (1:25)");
  }

  @Test
  void whatAFunctionThrowsIsPassedOn() {
    RuntimeException parked = new IllegalStateException("parked");
    GoFunction function =
        GoFunction.of(
            "f",
            GoType.ANY,
            none -> {
              throw parked;
            });

    assertThatThrownBy(() -> Expression.compile("f() == 1").evaluate(Map.of("f", function)))
        .isSameAs(parked);
  }

  @Test
  void plainJexlIsAnExtension() {
    assertThat(evaluate("jexl: 7 / 2")).isEqualTo(GoInt.of(3));
    assertThat(evaluate("jexl: app.status.health.status =~ ['Healthy', 'Progressing']"))
        .isEqualTo(true);
    assertThat(evaluate("jexl: app.nope.nope")).isNull();
    assertThat(evaluate("jexl: empty(app.status.empty)")).isEqualTo(true);
    assertThat(evaluate("jexl: [1, 'a']")).isEqualTo(List.of(GoInt.of(1), "a"));
    assertThat(evaluate("jexl: time.Parse(app.status.operationState.startedAt).Year()"))
        .isEqualTo(GoInt.of(2026));
  }

  @Test
  void noTextOfTheUsersGetsIntoTheScript() {
    var expression =
        (ExprExpression)
            Expression.compile(
                "app.evil == 'x; evil()' and any(evil, {#.evil > 42}) ? 'evil' : {evil: 7}");

    assertThat(expression.program().source()).doesNotContain("evil").doesNotContain("42");
  }

  @Test
  void anExpressionServesManyThreads() {
    Expression expression = Expression.compile("sum(filter(1..n, # % 2 == 0), # * 2)");

    List<Long> sums =
        java.util.stream.IntStream.range(0, 2_000)
            .parallel()
            .mapToObj(i -> expression.evaluate(Map.of("n", (long) i % 10)))
            .map(sum -> ((Number) sum).longValue())
            .toList();

    for (int i = 0; i < sums.size(); i++) {
      long half = i % 10 / 2;
      assertThat(sums.get(i)).isEqualTo(2 * half * (half + 1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<", "<=", ">", ">="})
  void anErrorNamesTheTypesInTheOrderTheyAreWritten(String operator) {
    Expression expression = Expression.compile("app.age " + operator + " 5");

    assertThatThrownBy(() -> expression.evaluate(Map.of("app", Map.of())))
        .hasMessageStartingWith("invalid operation: <nil> " + operator + " int");
  }
}
