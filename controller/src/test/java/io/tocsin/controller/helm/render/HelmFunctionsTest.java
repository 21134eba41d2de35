package io.tocsin.controller.helm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.templates.GoTemplates;
import io.tocsin.templates.functions.DeepCopy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelmFunctionsTest {
  private static String render(String template, Object data) {
    return new GoTemplates(HelmFunctions.all())
        .compileAll(Map.of("t", template))
        .render("t", DeepCopy.of(data));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "toYaml (dict \"foo\" \"bar\")|foo: bar",
        "toYaml (list 1 \"x\")|`- 1\n- x`",
        "toYamlPretty (dict \"baz\" (list 1 2))|`baz:\n  - 1\n  - 2`",
        "toYaml 1.0|1",
        "toJson (dict \"a\" (list 1))|{\"a\":[1]}",
        "fromYaml \"hello: world\"|map[hello:world]",
        "fromYaml \"\"|map[]",
        "fromYamlArray \"[one, 2]\"|[one 2]",
        "fromYamlArray \"a: 1\"|[error unmarshaling JSON: while decoding JSON: json: cannot unmarshal object into Go value of type []interface {}]",
        "fromJson \"{\\\"hello\\\":\\\"world\\\"}\"|map[hello:world]",
        "fromJson \"[1]\"|map[Error:json: cannot unmarshal array into Go value of type map[string]interface {}]",
        "fromJson \"{\"|map[Error:unexpected end of JSON input]",
        "fromJsonArray \"[\\\"one\\\", 2]\"|[one 2]",
        "fromJsonArray \"1\"|[json: cannot unmarshal number into Go value of type []interface {}]",
        "merge (fromYaml \"a: {b: d}\") (dict \"a\" (dict \"b\" \"c\" \"e\" \"f\"))|map[a:map[b:d e:f]]",
        "lookup \"v1\" \"Secret\" \"\" \"\"|map[]",
        "getHostByName \"localhost\"|``",
        "durationSeconds \"1m30s\"|90",
        "durationSeconds \"  2.5 \"|2.5",
        "durationSeconds \"nope\"|0",
        "durationMilliseconds 1.5|1500",
        "durationMicroseconds 2|2000000",
        "durationNanoseconds 2|2000000000",
        "durationHours \"90m\"|1.5",
        "durationDays 86400|1",
        "durationWeeks \"252h\"|1.5",
        "durationRoundTo 93 60|2m0s",
        "durationTruncateTo 93 60|1m0s",
        "mustToDuration 30|30s",
        "required \"no\" 0|0"
      })
  void aFunctionGives(String expression, String result) {
    assertThat(render("{{" + expression + "}}", Map.of())).isEqualTo(result);
  }

  @Test
  void tomlHasPlainEntriesBeforeTables() {
    Map<String, Object> data =
        Map.of(
            "b", Map.of("x", "a\"b", "deep", Map.of("y", 1.5)),
            "a", List.of(1L, 2L),
            "c", List.of(Map.of("z", true)));

    assertThat(render("{{ toToml . }}", data))
        .isEqualTo(
            """
            a = [1, 2]

            [b]
              x = "a\\"b"
              [b.deep]
                y = 1.5

            [[c]]
              z = true
            """);
  }

  @Test
  void whatIsRequiredOrCannotBeIsAnError() {
    assertThatThrownBy(() -> render("{{ required \"x is wanted\" .x }}", Map.of()))
        .hasMessageEndingWith("error calling required: x is wanted");
    assertThatThrownBy(() -> render("{{ required \"x is wanted\" \"\" }}", Map.of()))
        .hasMessageEndingWith("error calling required: x is wanted");
    assertThatThrownBy(() -> render("{{ mustToDuration \"x\" }}", Map.of()))
        .hasMessageContaining("error calling mustToDuration");
    assertThatThrownBy(() -> render("{{ fromToml \"a = 1\" }}", Map.of()))
        .hasMessageEndingWith("reading TOML is not supported");
  }

  @Test
  void aMapOfAYamlTextCanBeChanged() {
    assertThat(
            render(
                "{{ $m := fromYaml \"a: {b: 1}\" }}{{ $_ := set $m.a \"c\" 2 }}{{ toJson $m }}",
                Map.of()))
        .isEqualTo("{\"a\":{\"b\":1,\"c\":2}}");
  }
}
