package io.tocsin.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.templates.functions.Sprig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No text makes the engine throw anything but its own exception, or run away. */
class ParserFuzzTest {
  private static final Limits TIGHT = new Limits(10_000, 50, 10_000, Duration.ofSeconds(2));
  private static final GoTemplates ENGINE =
      new GoTemplates(Sprig.functions(), MissingKey.DEFAULT, TIGHT);
  private static final Map<String, Object> DATA =
      Map.of("a", Map.of("b", "text"), "l", List.of(1L, "x", 2.5), "n", 7L);

  /** What the language is made of, and things that are nearly that. */
  private static final String[] PIECES = {
    "{{",
    "}}",
    "{{-",
    "-}}",
    "{{- ",
    " -}}",
    "{{/*",
    "*/}}",
    " ",
    "\n",
    "\t",
    "(",
    ")",
    "|",
    ",",
    ":=",
    "=",
    ":",
    ".",
    "$",
    "$x",
    "$x := ",
    ".a",
    ".a.b",
    ".l",
    ".n",
    ".missing",
    "\"",
    "\"x\"",
    "`",
    "`y`",
    "'",
    "'c'",
    "\\",
    "\"\\x",
    "0",
    "1",
    "-",
    "+",
    "1.5",
    "0x",
    "1e",
    "1i",
    "1+2i",
    "_",
    "9223372036854775808",
    "if ",
    "else",
    "else if ",
    "end",
    "range ",
    "with ",
    "define ",
    "template ",
    "block ",
    "break",
    "continue",
    "nil",
    "true",
    "false",
    "len ",
    "index ",
    "printf ",
    "\"%d %*[1]v\"",
    "and ",
    "or ",
    "eq ",
    "call ",
    "upper ",
    "dict ",
    "list ",
    "\u0000",
    "é",
    "😀",
    "\uD800",
    "text",
    "%"
  };

  @Property(tries = 20_000)
  void piecesOfTheLanguageInAnyOrder(@ForAll("texts") String text) {
    assertAnswers(text);
  }

  @Property(tries = 2_000)
  void anyCharactersInAnAction(@ForAll String text) {
    assertAnswers("{{" + text + "}}");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(PIECES).list().ofMaxSize(25).map(pieces -> String.join("", pieces));
  }

  private static void assertAnswers(String text) {
    try {
      assertThat(ENGINE.compile("fuzz", text).render(DATA)).isNotNull();
    } catch (TemplateException e) {
      assertThat(e.getMessage()).startsWith("template: fuzz:");
    }
  }
}
