package io.tocsin.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.templates.TemplateException.Phase;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandlebarsTemplatesTest {
  private static final Map<String, Object> APP =
      Map.of(
          "app",
          Map.of(
              "metadata", Map.of("name", "guest<book>"),
              "status", Map.of("ratio", 2.0, "retries", 3L),
              "conditions", List.of(Map.of("type", "A"), Map.of("type", "B"))),
          "secret",
          new byte[] {104, 105});

  private final HandlebarsTemplates engine = new HandlebarsTemplates();

  private String render(String text) {
    return engine.compile("template.x, message", text).render(APP);
  }

  @Test
  void fieldsBlocksAndHelpersWork() {
    assertThat(render("{{app.metadata.name}} {{#each app.conditions}}{{type}}{{/each}}"))
        .isEqualTo("guest<book> AB");
    assertThat(render("{{#if (eq app.status.retries 3)}}three{{else}}not{{/if}}"))
        .isEqualTo("three");
    assertThat(render("{{upper app.metadata.name}}")).isEqualTo("GUEST<BOOK>");
  }

  @Test
  void nothingIsEscapedAndValuesPrintAsGoPrintsThem() {
    assertThat(render("{{app.metadata}} {{app.status.ratio}} {{secret}} [{{app.missing}}]"))
        .isEqualTo("map[name:guest<book>] 2 hi []");
  }

  @Test
  void aMistakeNamesTheTemplateAndWhereItIs() {
    assertThatThrownBy(() -> render("ok\n{{#if app}}never closed"))
        .isInstanceOfSatisfying(
            TemplateException.class, e -> assertThat(e.phase()).isEqualTo(Phase.PARSE))
        .hasMessageStartingWith("template.x, message:2:");
  }

  @Test
  void theOutputIsBounded() {
    var limits = new Limits(100, 10, 10, Duration.ofSeconds(1));
    var template = new HandlebarsTemplates(limits).compile("x", "{{#each this}}12345{{/each}}");

    assertThatThrownBy(() -> template.render(Collections.nCopies(50, "x")))
        .isInstanceOf(TemplateException.class)
        .hasMessage("x: the output has more than 100 characters");
  }

  @Test
  void aPartialThatCallsItselfIsAnError() {
    assertThatThrownBy(() -> render("{{#*inline \"a\"}}{{> a}}{{/inline}}{{> a}}"))
        .isInstanceOfSatisfying(
            TemplateException.class, e -> assertThat(e.phase()).isEqualTo(Phase.EXECUTE));
  }

  @Test
  void neitherFilesNorClassesCanBeReached() {
    assertThatThrownBy(() -> render("{{> logback}}")).isInstanceOf(TemplateException.class);
    assertThatThrownBy(() -> render("{{embedded \"a\"}}")).isInstanceOf(TemplateException.class);
    assertThat(render("{{app.class.name}}{{app.metadata.name.bytes}}")).isEmpty();
  }

  @Test
  void noJavaScriptEngineIsOnTheClassPath() {
    assertThatThrownBy(() -> Class.forName("org.openjdk.nashorn.api.scripting.NashornScriptEngine"))
        .isInstanceOf(ClassNotFoundException.class);
  }
}
