package io.tocsin.controller.helm.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoYamlTest {
  private static Object read(String text) {
    return GoYaml.read(text, NumberStyle.KUBERNETES);
  }

  private static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain|plain",
        "two words|two words",
        "true|\"true\"",
        "no|\"no\"",
        "y|\"y\"",
        "null|\"null\"",
        "~|\"~\"",
        "``|\"\"",
        "12|\"12\"",
        "0x1F|\"0x1F\"",
        "0644|\"0644\"",
        "08|\"08\"",
        "1_000|\"1_000\"",
        "1e3|\"1e3\"",
        "1.5|\"1.5\"",
        ".5|\".5\"",
        "1:30|\"1:30\"",
        "2026-01-02|\"2026-01-02\"",
        "v1.2.3|v1.2.3",
        "1.2.3|1.2.3",
        "-|'-'",
        "-x|-x",
        "- x|'- x'",
        "a: b|'a: b'",
        "a:b|a:b",
        "a:|'a:'",
        "a #b|'a #b'",
        "a#b|a#b",
        "*x|'*x'",
        "&x|'&x'",
        "@x|'@x'",
        "%x|'%x'",
        "{x}|'{x}'",
        "[x]|'[x]'",
        "x{}|x{}",
        "it's|it's",
        "'q'|'''q'''",
        "say \"hi\"|say \"hi\"",
        "\"hi\"|'\"hi\"'",
        "` lead`|`' lead'`",
        "`trail `|`'trail '`",
        "=|=",
        "<<|<<",
        "---|'---'",
        "?|'?'",
        "?x|?x",
        "é|é",
        "https://x/y?z=1&a=b|https://x/y?z=1&a=b"
      })
  void aTextIsQuotedWhereItMustBe(String text, String written) {
    assertThat(GoYaml.write(text)).isEqualTo(written + "\n");
    assertThat(read(written)).isEqualTo(text);
  }

  @Test
  void specialCharactersAreEscaped() {
    assertThat(GoYaml.write("a\tb")).isEqualTo("\"a\\tb\"\n");
    assertThat(GoYaml.write("bell\u0007")).isEqualTo("\"bell\\a\"\n");
    assertThat(GoYaml.write("\uD83D\uDE00")).isEqualTo("\"\\U0001F600\"\n");
    assertThat(GoYaml.write("a\r\nb")).isEqualTo("\"a\\r\\nb\"\n");
  }

  @Test
  void severalLinesAreABlock() {
    assertThat(GoYaml.write(map("t", "a\nb"))).isEqualTo("t: |-\n  a\n  b\n");
    assertThat(GoYaml.write(map("t", "a\nb\n"))).isEqualTo("t: |\n  a\n  b\n");
    assertThat(GoYaml.write(map("t", "a\n\n"))).isEqualTo("t: |+\n  a\n\n");
    assertThat(GoYaml.write(map("t", " a\nb\n"))).isEqualTo("t: |2\n   a\n  b\n");
    assertThat(GoYaml.write(map("t", "a \nb"))).isEqualTo("t: \"a \\nb\"\n");
    assertThat(GoYaml.write(List.of("a\nb"))).isEqualTo("- |-\n  a\n  b\n");
  }

  @Test
  void listsStandBelowTheirKeysAndKeysAreInOrder() {
    Map<String, Object> value =
        map(
            "b",
            List.of(1L, map("y", 1L, "x", 2L), List.of("p", List.of())),
            "a10",
            map(),
            "a9",
            null,
            "A",
            true);

    assertThat(GoYaml.write(value))
        .isEqualTo(
            """
            A: true
            a9: null
            a10: {}
            b:
            - 1
            - x: 2
              "y": 1
            - - p
              - []
            """);
    assertThat(GoYaml.writePretty(map("a", List.of(1L)))).isEqualTo("a:\n  - 1\n");
  }

  @Test
  void numbersAreAsJsonHasThem() {
    assertThat(GoYaml.write(Arrays.asList(8080.0, 1e6, 0.5, 1e21, -0.25, 1234567.5, null)))
        .isEqualTo("- 8080\n- 1000000\n- 0.5\n- 1e+21\n- -0.25\n- 1.2345675e+06\n- null\n");
  }

  @Test
  void aLongTextIsBrokenBehindColumnEighty() {
    String words = "word ".repeat(20).strip();

    assertThat(GoYaml.write(map("k", words)))
        .isEqualTo("k: " + "word ".repeat(16).strip() + "\n  word word word word\n");
    assertThat(read(GoYaml.write(map("k", words)))).isEqualTo(map("k", words));
    assertThat(GoYaml.write("x".repeat(200))).isEqualTo("x".repeat(200) + "\n");
  }

  @Test
  void theFormsOfYaml11AreRead() {
    assertThat(read("[yes, off, 'no', 0644, 0o17, 0x1f, 1_000, ~, 1e3, 2026-01-02, !!str 5, <<]"))
        .isEqualTo(
            Arrays.asList(
                true, false, "no", 420L, 15L, 31L, 1000L, null, 1000.0, "2026-01-02", "5", "<<"));
    assertThat(read("{1: a, true: b, 1.5: c, on: d}"))
        .isEqualTo(Map.of("1", "a", "true", "d", "1.5", "c"));
  }

  @Test
  void mergesAndAliasesAreFollowed() {
    assertThat(read("a: &a {x: 1, w: 2}\nb: {<<: *a, w: 3}\nc: {<<: [*a, {z: 4}]}\n"))
        .isEqualTo(
            Map.of(
                "a", Map.of("x", 1L, "w", 2L),
                "b", Map.of("x", 1L, "w", 3L),
                "c", Map.of("x", 1L, "w", 2L, "z", 4L)));
  }

  @Test
  void valuesOfChartsHaveFloatsAlone() {
    assertThat(GoYaml.read("[1, 1.5, 18446744073709551615]", NumberStyle.FLOAT))
        .isEqualTo(List.of(1.0, 1.5, 0x1p64));
  }

  @Test
  void anErrorSaysWhere() {
    assertThatThrownBy(() -> read("a: 1\n b: 2"))
        .isInstanceOf(YamlException.class)
        .hasMessageStartingWith("line 2, column 3:");
    assertThatThrownBy(() -> read("a: *none")).hasMessage("has the unknown anchor none");
    assertThatThrownBy(() -> GoYaml.mapping("- 1", NumberStyle.FLOAT))
        .hasMessage("must be a mapping");
  }

  @Test
  void whatGrowsWithoutEndIsStopped() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      bomb.append("a%d: &a%d [".formatted(i, i)).append("*a%d, ".formatted(i - 1).repeat(10));
      bomb.append("]\n");
    }

    assertThatThrownBy(() -> read(bomb.toString()))
        .hasMessageContaining("500000 values that are aliases");
    assertThatThrownBy(() -> read("[".repeat(1000))).isInstanceOf(YamlException.class);
  }
}
