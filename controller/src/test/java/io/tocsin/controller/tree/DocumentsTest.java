package io.tocsin.controller.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** YAML as Kubernetes' tools read it. */
class DocumentsTest {
  private static Object one(String yaml) {
    return Documents.yaml("f.yaml", yaml).getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "0644, 420",
    "0x1F, 31",
    "0b11, 3",
    "0o17, 15",
    "-12, -12",
    "+7, 7",
    "1_000, 1000",
    "1.0, 1",
    "1e3, 1000",
    "08, 8",
    "9223372036854775807, 9223372036854775807"
  })
  void wholeNumbers(String text, long number) {
    assertThat(one("v: " + text)).isEqualTo(Map.of("v", number));
  }

  @Test
  void otherNumbers() {
    assertThat(one("[1.5, .5, 1e-3, 18446744073709551616]"))
        .isEqualTo(List.of(1.5, 0.5, 0.001, 1.8446744073709552E19));
  }

  @Test
  void truthAndNothing() {
    assertThat(one("[yes, On, y, TRUE, no, off, N, False]"))
        .isEqualTo(List.of(true, true, true, true, false, false, false, false));
    assertThat(one("[~, null, ]")).isEqualTo(Arrays.asList(null, null));
  }

  @Test
  void textThatOnlyLooksLikeSomething() {
    assertThat(one("['0644', \"yes\", 2026-01-02, 1.2.3, 10m, 0x, 12:30:45, .inf, 1.0.0]"))
        .isEqualTo(
            List.of(
                "0644", "yes", "2026-01-02", "1.2.3", "10m", "0x", "12:30:45", ".inf", "1.0.0"));
    assertThat(one("!!str 12")).isEqualTo("12");
    assertThat(one("!!binary aGk=")).isEqualTo("hi");
  }

  @Test
  void keysAreStringsAndOfEqualOnesTheLastCounts() {
    assertThat(one("{1: a, on: b, 1.5: c, x: d, x: e}"))
        .isEqualTo(Map.of("1", "a", "true", "b", "1.5", "c", "x", "e"));
  }

  @Test
  void anchorsAliasesAndMerges() {
    assertThat(
            one(
                """
                base: &base {a: 1, b: 2}
                one: {<<: *base, b: 3}
                two: {<<: [{a: 9}, *base]}
                list: [*base]
                """))
        .isEqualTo(
            Map.of(
                "base", Map.of("a", 1L, "b", 2L),
                "one", Map.of("a", 1L, "b", 3L),
                "two", Map.of("a", 9L, "b", 2L),
                "list", List.of(Map.of("a", 1L, "b", 2L))));
  }

  @Test
  void severalDocumentsWithoutTheEmptyOnes() {
    assertThat(Documents.yaml("f", "# only\n---\na: 1\n---\n---\n# nothing\n---\nb: 2\n...\n"))
        .isEqualTo(List.of(Map.of("a", 1L), Map.of("b", 2L)));
    assertThat(Documents.yaml("f", "")).isEmpty();
    assertThat(Documents.yaml("f", "{\"a\": [1, 2.5]}"))
        .isEqualTo(List.of(Map.of("a", List.of(1L, 2.5))));
  }

  @Test
  void whatIsWrongIsSaidWithItsPlace() {
    assertThatThrownBy(() -> one("a: 1\nb: [1,"))
        .isInstanceOf(SourceException.class)
        .hasMessageStartingWith("f.yaml is not valid YAML: line ");
    assertThatThrownBy(() -> one("a: *none")).hasMessageContaining("alias *none has no anchor");
    assertThatThrownBy(() -> Documents.json("f.json", "{\"a\": }"))
        .hasMessageStartingWith("f.json is not valid JSON: line 1, column ");
    assertThatThrownBy(() -> Documents.json("f.json", "{} {}"))
        .hasMessageStartingWith("f.json is not valid JSON");
  }

  @Test
  void bombsAreRefused() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String before = "*a" + (i - 1);
      laughs.append(
          "a%d: &a%d [%s]\n"
              .formatted(
                  i,
                  i,
                  String.join(
                      ", ",
                      List.of(
                          before, before, before, before, before, before, before, before, before,
                          before))));
    }
    assertThatThrownBy(() -> one(laughs.toString())).hasMessageContaining("unfolds to more than");
    assertThatThrownBy(() -> one("[".repeat(5000))).hasMessageContaining("nested more than");
  }
}
