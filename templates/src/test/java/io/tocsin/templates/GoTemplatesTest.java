package io.tocsin.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.templates.TemplateException.Phase;
import io.tocsin.templates.functions.Sprig;
import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoObject;
import io.tocsin.templates.golang.GoType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoTemplatesTest {
  private static final String KEY = "template.app-synced, webhook.x.body";

  private final GoTemplates engine = GoTemplates.with(FunctionSet.ENGINE);

  private String render(String text, Object data) {
    return engine.compile(KEY, text).render(data);
  }

  @Test
  void aMistakeNamesTheKeyLineAndColumn() {
    assertThatThrownBy(() -> engine.compile(KEY, "one\ntwo {{nofunc .x}}"))
        .isInstanceOfSatisfying(
            TemplateException.class, e -> assertThat(e.phase()).isEqualTo(Phase.PARSE))
        .hasMessage("template: " + KEY + ":2:6: function \"nofunc\" not defined");
  }

  @Test
  void aFailedActionNamesItselfAndItsValue() {
    assertThatThrownBy(() -> render("one\n  {{.app.name.x}}", Map.of("app", Map.of("name", "n"))))
        .isInstanceOfSatisfying(
            TemplateException.class, e -> assertThat(e.phase()).isEqualTo(Phase.EXECUTE))
        .hasMessage(
            "template: %s:2:8: executing \"%s\" at <.app.name.x>: can't evaluate field x in type interface {}"
                .formatted(KEY, KEY));
  }

  @Test
  void argumentsAreCheckedAsGoChecksThem() {
    assertThatThrownBy(() -> render("{{.n | upper}}", Map.of("n", 1L)))
        .hasMessageEndingWith("at <upper>: wrong type for value; expected string; got int64");
    assertThatThrownBy(() -> render("{{upper}}", Map.of()))
        .hasMessageEndingWith("at <upper>: wrong number of args for upper: want 1 got 0");
    assertThatThrownBy(() -> render("{{upper 1}}", Map.of()))
        .hasMessageEndingWith("at <1>: expected string; found 1");
  }

  @Test
  void methodsAndFieldsOfObjectsWork() {
    GoObject greeter = new Greeter();

    assertThat(
            render(
                "{{.g.Greet \"you\"}} {{\"me\" | .g.Greet}} {{.g.Name}} {{.g}}",
                Map.of("g", greeter)))
        .isEqualTo("hello you hello me gus {gus}");
    assertThatThrownBy(() -> render("{{.g.Greet}}", Map.of("g", greeter)))
        .hasMessageContaining("wrong number of args for Greet: want 1 got 0");
    assertThatThrownBy(() -> render("{{.g.Nothing}}", Map.of("g", greeter)))
        .hasMessageContaining("can't evaluate field Nothing");
  }

  private record Greeter() implements GoObject {
    @Override
    public String typeName() {
      return "main.Greeter";
    }

    @Override
    public Map<String, Object> fields() {
      return Map.of("Name", "gus");
    }

    @Override
    public Optional<GoFunction> method(String name) {
      return name.equals("Greet")
          ? Optional.of(GoFunction.of(name, GoType.STRING, a -> "hello " + a[0], GoType.STRING))
          : Optional.empty();
    }
  }

  @Test
  void functionsInMapsAreCalledWithCall() {
    GoFunction twice = GoFunction.of("twice", GoType.INT64, a -> 2 * (Long) a[0], GoType.INT64);

    assertThat(render("{{call .f .n}}", Map.of("f", twice, "n", 4L))).isEqualTo("8");
    assertThatThrownBy(() -> render("{{.f}}", Map.of("f", twice)))
        .hasMessageEndingWith("can't print {{.f}} of type func(int64) int64");
  }

  @Test
  void whatAFunctionThrowsIsTheTemplatesError() {
    GoFunction broken =
        GoFunction.of(
            "broken",
            GoType.ANY,
            _ -> {
              throw new GoException("no luck");
            });
    var own = new GoTemplates(Map.of("broken", broken));

    assertThatThrownBy(() -> own.compile("x", "{{broken}}").render(null))
        .hasMessageEndingWith("at <broken>: error calling broken: no luck");
  }

  @Test
  void dataIsNeverChanged() {
    Map<String, Object> inner = new HashMap<>(Map.of("k", "old"));

    assertThat(render("{{$_ := set .m \"k\" \"new\"}}{{.m.k}}", Map.of("m", inner)))
        .isEqualTo("new");
    assertThat(inner).containsEntry("k", "old");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{range 2000000000}}x{{end}}",
        "{{range 2000000000}}{{end}}",
        "{{$s := \"x\"}}{{range 60}}{{$s = print $s $s}}{{end}}{{$s}}",
        "{{define \"a\"}}{{template \"a\"}}{{end}}{{template \"a\"}}",
        "{{repeat 1000000000 \"x\"}}",
        "{{printf \"%999999d%999999d\" 1 2}}",
        "{{$d := dict}}{{$_ := set $d \"d\" $d}}{{$d}}",
        "{{$l := list 1}}{{range 60}}{{$l = list $l $l}}{{end}}{{$l}}",
      })
  void nothingRunsAway(String text) {
    var limits = new Limits(100_000, 100, 1_000_000, Duration.ofSeconds(2));
    var bounded = new GoTemplates(Sprig.functions(), MissingKey.DEFAULT, limits);

    assertThatThrownBy(() -> bounded.compile("x", text).render(Map.of()))
        .isInstanceOf(TemplateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{if true}}", "{{range .}}", "{{(", "{{if 1}}{{else if 1}}"})
  void nestingWithoutEndIsAnError(String piece) {
    assertThatThrownBy(() -> engine.compile("x", piece.repeat(100_000)))
        .isInstanceOfSatisfying(
            TemplateException.class, e -> assertThat(e.phase()).isEqualTo(Phase.PARSE));
  }

  @Test
  void aStepThatTakesTooLongIsTheLastOne() {
    var limits = new Limits(1_000, 10, Long.MAX_VALUE, Duration.ofMillis(20));
    var bounded = new GoTemplates(Map.of(), MissingKey.DEFAULT, limits);

    assertThatThrownBy(() -> bounded.compile("x", "{{range 9000000000000}}{{end}}").render(null))
        .hasMessageEndingWith("took longer than 20 ms");
  }

  @Test
  void bytesThatAreNoTextDoNotLeave() {
    assertThat(render("{{\"\\xff\"}}{{b64dec \"w6k=\"}}{{trunc 1 \"é\"}}", null))
        .isEqualTo("\uFFFDé\uFFFD");
  }

  @Test
  void manyThreadsRenderOneTemplate() throws Exception {
    Template template = engine.compile("x", "{{range $i, $e := .l}}{{$i}}{{$e}}{{end}}");
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<String>> outputs =
          IntStream.range(0, 200)
              .mapToObj(n -> threads.submit(() -> template.render(Map.of("l", List.of(n, n)))))
              .toList();
      for (int n = 0; n < outputs.size(); n++) {
        assertThat(outputs.get(n).get()).isEqualTo("0" + n + "1" + n);
      }
    }
  }
}
