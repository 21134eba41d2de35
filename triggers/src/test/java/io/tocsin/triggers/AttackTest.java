package io.tocsin.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.triggers.ExpressionException.Phase;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users could try to do with a condition. */
@Timeout(20)
class AttackTest {
  private final Map<String, Object> variables = Corpus.variables();

  @AfterEach
  void theVariablesAreWhatTheyWere() {
    assertThat(variables.get("app")).isEqualTo(Corpus.variables().get("app"));
  }

  private Object evaluate(String expression) {
    return Expression.compile(expression).evaluate(variables);
  }

  private void isRejected(String expression, Phase phase) {
    assertThatThrownBy(() -> evaluate(expression))
        .isInstanceOfSatisfying(
            ExpressionException.class, e -> assertThat(e.phase()).isEqualTo(phase));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app.clear()",
        "app.put('a', 1)",
        "app.remove('status')",
        "app.status.xs.add(1)",
        "app.getClass()",
        "app.metadata.name.getClass()",
        "app.metadata.name.getBytes()",
        "''.class.forName('java.lang.Runtime')",
        "java.lang.System.exit(1)",
        "new('java.lang.String')",
        "System.getenv()",
        "time.Now().getClass()",
        "time.Parse.body",
        "time.Now.call()",
      })
  void methodsOfJavaAreNoMethodsOfExpr(String expression) {
    assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(ExpressionException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jexl: app.clear()",
        "jexl: app.put('a', 1)",
        "jexl: app.remove('status')",
        "jexl: app.status.xs.add(1)",
        "jexl: app.getClass()",
        "jexl: app.class",
        "jexl: app.metadata.name.class.forName('java.lang.Runtime')",
        "jexl: ''.getClass().forName('java.lang.Runtime')",
        "jexl: [].getClass()",
        "jexl: time.Now().getClass().getClassLoader()",
        "jexl: time.Parse.body",
        "jexl: java.lang.System.getenv()",
      })
  void methodsOfJavaAreNoMethodsOfJexlEither(String expression) {
    try {
      assertThat(evaluate(expression)).isNull();
    } catch (ExpressionException e) {
      assertThat(e.phase()).isEqualTo(Phase.RUN);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app.x = 1",
        "x = 1",
        "var x = 1",
        "for (x : app) { 1 }",
        "while (true) {}",
        "new java.lang.String('a')",
        "x -> x",
        "(x) => x",
        "#pragma jexl.import java.lang",
        "@silent app",
        "app.x += 1",
        "app.num++",
        "return app",
        "`${app.clear()}`.x()()",
        "jexl: app.x = 1",
        "jexl: x = 1",
        "jexl: var x = 1",
        "jexl: for (x : app) { 1 }",
        "jexl: while (true) {}",
        "jexl: new('java.lang.String', 'a')",
        "jexl: new java.lang.String('a')",
        "jexl: x -> x",
        "jexl: ((x) -> { x })(1)",
        "jexl: #pragma jexl.import java.lang\n1",
        "jexl: @silent app",
        "jexl: app.status.num++",
        "jexl: app.status.num += 1",
        "jexl: 1; 2",
        "jexl: `${app.clear()}`",
      })
  void assignmentsLoopsAndConstructorsDoNotParse(String expression) {
    isRejected(expression, Phase.COMPILE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1..1000000000",
        "len(1..1000000000)",
        "1..9223372036854775807",
        "map(1..2000, 1..2000)",
        "let x = 1..900000; concat(x, x)",
        "repeat('a', 1000000000)",
        "repeat(repeat('abc', 1000), 1000)",
        "map(1..999, app.status.s + repeat('x', 9999))",
        "let a = repeat('x', 999999); let b = a + a; let c = b + b; let d = c + c; let e = d + d;"
            + " let f = e + e; f",
        "let a = repeat('x', 99999); map(1..999, upper(a))",
        "let a = repeat('x', 99999); map(1..999, split(a, ''))",
        "let a = repeat('x', 5000); replace(a, '', a)",
        "jexl: 1..1000000000",
        "jexl: '' + (1..1000000000)",
      })
  void memoryIsBounded(String expression) {
    isRejected(expression, Phase.RUN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all(1..999, all(1..999, all(1..999, # > 0)))",
        "sum(1..9999, count(1..9999, # > 1))",
        "uniq(1..9999)",
        "let s = repeat('a', 999999); count(1..900000, s contains 'b') > 1000000",
      })
  void stepsAndTimeAreBounded(String expression) {
    isRejected(expression, Phase.RUN);
  }

  @Test
  void listsOfListsOfListsAreNotPrintedForEver() {
    String lists =
        IntStream.range(1, 40)
            .mapToObj(i -> "let a" + i + " = [a" + (i - 1) + ", a" + (i - 1) + "]; ")
            .collect(Collectors.joining("", "let a0 = [1, i]; ", ""));

    isRejected(lists + "string(a39)", Phase.RUN);
    isRejected(lists + "toJSON(a39)", Phase.RUN);
    isRejected(lists + "flatten(a39)", Phase.RUN);
    isRejected(lists + "a39 == a39", Phase.RUN);
    assertThatThrownBy(() -> Evaluation.of(evaluate(lists + "a39")))
        .isInstanceOf(ExpressionException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "repeat('a', 5000) + '!' matches '(a+)+$'",
        "repeat('a', 5000) + '!' matches '(a|aa)+$'",
        "jexl: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(a+)+b'",
        "jexl: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ ~/(a+)+b/",
      })
  void regularExpressionsTakeLinearTime(String expression) {
    assertThat(evaluate(expression)).isEqualTo(false);
  }

  @Test
  void fourHundredParenthesesAreNothing() {
    assertThat(evaluate("(".repeat(400) + "app.status.t" + ")".repeat(400))).isEqualTo(true);
    assertThat(evaluate("!(".repeat(400) + "app.status.t" + ")".repeat(400))).isEqualTo(true);
    assertThat(evaluate("(1+".repeat(400) + "i" + ")".repeat(400)).toString()).isEqualTo("401");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "!(", "-(", "{a: ", "i + (", "map(list, ", "i ? (", "ok && ("})
  void nestingThatIsTooDeepIsAnErrorAndNoOverflow(String opening) {
    String closing =
        switch (opening) {
          case "[" -> "]";
          case "{a: " -> "}";
          case "i ? (" -> ") : 1";
          default -> ")";
        };
    for (int depth : new int[] {50, 400, 3_000, 100_000}) {
      String expression = opening.repeat(depth) + "1" + closing.repeat(depth);
      try {
        evaluate(expression);
      } catch (ExpressionException e) {
        assertThat(e.getMessage()).doesNotContain("StackOverflow");
      }
    }
  }

  @Test
  void deepJexlIsAnErrorAndNoOverflow() {
    isRejected("jexl: " + "(".repeat(4_000) + "1" + ")".repeat(4_000), Phase.COMPILE);
  }

  @Test
  void longChainsAreEvaluatedOrRejected() {
    assertThat(evaluate("i" + " + i".repeat(300)).toString()).isEqualTo("301");
    assertThat(evaluate("ok" + " and ok".repeat(300))).isEqualTo(true);
    assertThat(evaluate("app.status.missing == nil" + " && ok == true".repeat(300)))
        .isEqualTo(true);
    isRejected("i" + " + i".repeat(20_000), Phase.COMPILE);
  }

  @Test
  void elvisAfterElvisDoesNotDouble() {
    assertThat(evaluate("app.status.f" + " ?: app.status.f".repeat(60) + " ?: 'x'")).isEqualTo("x");
  }

  @Test
  void comparisonsInComparisonsDoNotDoubleForEver() {
    String nested = IntStream.range(0, 60).mapToObj(i -> "1 < (").collect(Collectors.joining());
    assertThatThrownBy(() -> evaluate(nested + "1" + " < 2)".repeat(60)))
        .isInstanceOf(ExpressionException.class);
  }

  @Test
  void anInterruptionEndsAnEvaluation() throws InterruptedException {
    var outcome = new java.util.concurrent.CompletableFuture<Throwable>();
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  Thread.currentThread().interrupt();
                  try {
                    evaluate("all(1..999, all(1..999, # > 0))");
                    outcome.complete(null);
                  } catch (ExpressionException e) {
                    outcome.complete(e);
                  }
                });
    assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    assertThat(outcome.join()).hasMessageContaining("interrupted");
  }
}
