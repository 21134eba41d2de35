package io.tocsin.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.templates.functions.Dict;
import io.tocsin.templates.functions.Sprig;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateSetTest {
  private static final Limits LIMITS = new Limits(10_000, 100, 10_000, Duration.ofSeconds(5));
  private static final GoTemplates LANGUAGE =
      new GoTemplates(Sprig.functions(), MissingKey.ZERO, LIMITS);

  private static TemplateSet set(String... namesAndTexts) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      texts.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return LANGUAGE.compileAll(texts);
  }

  @Test
  void aTextCallsWhatAnotherDefines() {
    TemplateSet set =
        set(
            "helpers", "{{define \"name\"}}<{{.}}>{{end}}",
            "main", "{{include \"name\" .who | upper}} {{template \"name\" .who}}");

    assertThat(set.render("main", Map.of("who", "ann"))).isEqualTo("<ANN> <ann>");
  }

  @Test
  void theLaterOfTwoDefinitionsCountsUnlessItIsEmpty() {
    String main = "{{include \"x\" .}}";

    assertThat(
            set("a", "{{define \"x\"}}1{{end}}", "b", "{{define \"x\"}}2{{end}}", "m", main)
                .render("m", Map.of()))
        .isEqualTo("2");
    assertThat(
            set("a", "{{define \"x\"}}1{{end}}", "b", "{{define \"x\"}} {{end}}", "m", main)
                .render("m", Map.of()))
        .isEqualTo("1");
  }

  @Test
  void aTextOfTheDataIsATemplate() {
    TemplateSet set =
        set(
            "helpers", "{{define \"name\"}}<{{.n}}>{{end}}",
            "main", "{{tpl .text .}}|{{\"{{.n}}\" | len}}");

    assertThat(set.render("main", Map.of("text", "{{include \"name\" .}}{{.none}}", "n", "x")))
        .isEqualTo("<x>|6");
  }

  @Test
  void whatATextOfTheDataDefinesIsKnownThereAlone() {
    TemplateSet set =
        set(
            "helpers",
                "{{define \"name\"}}old{{end}}{{define \"call\"}}{{include \"name\" .}}{{end}}",
            "main", "{{tpl .text .}} {{include \"name\" .}}");

    assertThat(
            set.render(
                "main", Map.of("text", "{{define \"name\"}}new{{end}}{{include \"call\" .}}")))
        .isEqualTo("new old");
  }

  @Test
  void whatOneTextChangesInTheDataTheNextOneSees() {
    TemplateSet set = set("a", "{{$_ := set .m \"k\" 1}}", "b", "{{.m.k}}");
    Map<String, Object> data = new Dict(Map.of("m", new Dict()));

    set.render("a", data);

    assertThat(set.render("b", data)).isEqualTo("1");
  }

  @Test
  void anErrorSaysWhereItHappened() {
    TemplateSet set =
        set(
            "helpers", "{{define \"deep\"}}\n{{fail \"no luck\"}}{{end}}",
            "main", "{{include \"deep\" .}}",
            "unknown", "{{include \"gone\" .}}",
            "text", "x {{tpl \"{{fail `here`}}\" .}}",
            "broken", "x {{tpl \"{{if}}\" .}}");

    assertThatThrownBy(() -> set.render("main", Map.of()))
        .hasMessage(
            "template: helpers:2:2: executing \"deep\" at <fail \"no luck\">: error calling fail: no"
                + " luck");
    assertThatThrownBy(() -> set.render("unknown", Map.of()))
        .hasMessageContaining("unknown:1:2")
        .hasMessageContaining("template \"gone\" not defined");
    assertThatThrownBy(() -> set.render("text", Map.of()))
        .hasMessageContaining("text:1:4")
        .hasMessageContaining("error calling tpl: tpl:1:2")
        .hasMessageEndingWith("here");
    assertThatThrownBy(() -> set.render("broken", Map.of()))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("broken:1:4")
        .hasMessageContaining("missing value for if");
  }

  @Test
  void aTemplateThatIncludesItselfIsStopped() {
    TemplateSet set = set("a", "{{define \"x\"}}{{include \"x\" .}}{{end}}{{include \"x\" .}}");

    assertThatThrownBy(() -> set.render("a", Map.of()))
        .hasMessageContaining("exceeded maximum template depth (100)");
  }

  @Test
  void aTextThatRendersItselfIsStopped() {
    TemplateSet set = set("a", "{{tpl .t .}}");

    assertThatThrownBy(() -> set.render("a", Map.of("t", "{{tpl .t .}}")))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("exceeded maximum template depth");
  }

  @Test
  void aTextThatGrowsIsStopped() {
    TemplateSet set = set("a", "{{range until 100}}{{range until 100}}0123456789{{end}}{{end}}");

    assertThatThrownBy(() -> set.render("a", Map.of())).hasMessageContaining("10000");
  }
}
