package io.tocsin.notifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalCommandsTest {
  @TempDir private Path folder;

  private String data;

  @BeforeEach
  void setUp() throws IOException {
    data =
        Files.writeString(folder.resolve("vars.yaml"), "app: {name: guestbook, n: 3}\n").toString();
  }

  @Test
  void rendersATemplateOfTheCommandLineOrOfAFile() throws IOException {
    Path template = Files.writeString(folder.resolve("t.tmpl"), "{{.app.n}} {{.app.name | upper}}");

    assertThat(Run.of("template", "eval", "{{.app.name | title}}", "--data", data).out())
        .isEqualTo("Guestbook");
    assertThat(Run.of("template", "eval", "--file", template.toString(), "--data", data).out())
        .isEqualTo("3 GUESTBOOK");
    assertThat(
            Run.of("template", "eval", "--engine", "handlebars", "{{app.name}}", "--data", data)
                .out())
        .isEqualTo("guestbook");
  }

  @Test
  void anApplicationIsTheVariableApp() throws IOException {
    String file =
        Files.writeString(folder.resolve("app.yaml"), "kind: Application\nmetadata: {name: x}\n")
            .toString();

    assertThat(Run.of("template", "eval", "{{.app.metadata.name}}", "--data", file).out())
        .isEqualTo("x");
    assertThat(Run.of("trigger", "eval", "app.metadata.name", "--data", file).out())
        .isEqualTo("x\n");
  }

  @Test
  void saysWhereATemplateIsWrong() {
    Run run = Run.of("template", "eval", "{{.app | nope}}", "--data", data);

    assertThat(run.code()).isOne();
    assertThat(run.err()).startsWith("tocsin: ").contains("1:").contains("nope").hasLineCount(1);
    assertThat(Run.of("template", "eval").code()).isEqualTo(2);
  }

  @Test
  void answersTemplatesALineEachInOrder() {
    assertThat(
            withInput(
                    """
                {"template":"{{.a}}","data":{"a":1},"functions":"none"}
                {"template":"{{upper .a}}","data":{"a":"x"},"functions":"none"}
                {"template":"{{upper .a}}","data":{"a":"x"},"functions":"sprig"}
                {"template":"{{index .a 5}}","data":{"a":[1]},"functions":"engine"}
                """,
                    "template",
                    "eval",
                    "--json-lines")
                .out()
                .lines())
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("{\"out\":\"1\"}"),
            second -> assertThat(second).contains("\"phase\":\"parse\"").contains("\"error\""),
            third -> assertThat(third).isEqualTo("{\"out\":\"X\"}"),
            fourth -> assertThat(fourth).contains("\"phase\":\"exec\""));
  }

  @Test
  void evaluatesAndExplainsExpressions() {
    assertThat(Run.of("trigger", "eval", "app.n * 2 + 1", "--data", data).out()).isEqualTo("7\n");
    assertThat(
            Run.of("trigger", "eval", "time.Now().Year()", "--now", "2026-06-01T12:00:00Z").out())
        .isEqualTo("2026\n");
    assertThat(Run.of("trigger", "eval", "--explain", "app.n > 5", "--data", data).out())
        .isEqualTo("app.n > 5 = false\n  app.n = 3\n");
    assertThat(Run.of("trigger", "eval", "app.", "--data", data).code()).isOne();
    assertThat(Run.of("trigger", "eval", "1", "--now", "noon").code()).isEqualTo(2);
  }

  @Test
  void answersExpressionsALineEachWithASharedEnvironment() {
    assertThat(
            withInput(
                    """
                {"env":{"a":2}}
                {"expression":"a + 1"}
                {"expression":"a == 2","env":{"a":3}}
                {"expression":"'1' == 1"}
                {"expression":"a.b.c"}
                """,
                    "trigger",
                    "eval",
                    "--json-lines")
                .out()
                .lines())
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .isEqualTo(
                        "{\"value\":3,\"type\":\"int\",\"string\":\"3\",\"triggered\":false}"),
            second ->
                assertThat(second).contains("\"triggered\":false").contains("\"type\":\"bool\""),
            third -> assertThat(third).contains("\"phase\":\"compile\""),
            fourth -> assertThat(fourth).contains("\"phase\":\"run\""));
  }

  private static Run withInput(String input, String... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      return Run.of(arguments);
    } finally {
      System.setIn(before);
    }
  }
}
