package io.tocsin.templates.golang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoFormatTest {
  @Test
  void valuesPrintAsGoPrintsThem() {
    Map<String, Object> map = Map.of("b", Arrays.asList(1L, "x", null, true, 1.5), "a", Map.of());

    assertThat(GoFormat.sprint(map)).isEqualTo("map[a:map[] b:[1 x <nil> true 1.5]]");
    assertThat(GoFormat.sprint(null)).isEqualTo("<nil>");
    assertThat(GoFormat.sprint(new byte[] {104, 105})).isEqualTo("[104 105]");
    assertThat(GoFormat.sprint(new GoComplex(1, -2))).isEqualTo("(1-2i)");
  }

  @Test
  void goSyntaxNamesTheTypes() {
    Map<String, Object> map = Map.of("a", Arrays.asList("x", null, 1L));

    assertThat(GoFormat.printf("%#v", map))
        .isEqualTo("map[string]interface {}{\"a\":[]interface {}{\"x\", interface {}(nil), 1}}");
    assertThat(GoFormat.printf("%T %T", map, GoInt.of(1))).isEqualTo("map[string]interface {} int");
  }

  @ParameterizedTest
  @CsvSource({
    "0.000001, 1e-06",
    "100000000.5, 1.000000005e+08",
    "1e21, 1e+21",
    "123456, 123456",
    "1234567, 1.234567e+06",
    "4.9E-324, 5e-324",
    "-0.0, -0",
    "NaN, NaN",
    "Infinity, +Inf",
  })
  void floatsPrintTheirFewestDigits(double number, String text) {
    assertThat(GoFormat.sprint(number)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "%d, %!d(string=x)",
        "%5s|, `    x|`",
        "%-5s|, `x    |`",
        "%q, \"x\"",
        "%x, 78",
        "%[2]s, %!s(BADINDEX)",
        "%s %s, x %!s(MISSING)",
        "100%, 100%!(NOVERB)%!(EXTRA string=x)",
        "%!, %!!(string=x)",
        "%*s, %!(BADWIDTH)%!s(MISSING)",
      })
  void aStringIsFormattedOrTheMistakeIsShown(String format, String text) {
    assertThat(GoFormat.printf(format, "x")).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "%05d, 00042",
    "%+d, +42",
    "%x, 2a",
    "%#X, 0X2A",
    "%b, 101010",
    "%O, 0o52",
    "%c, *",
    "%U, U+002A",
    "%q, '''*'''",
    "%6.3d|, '   042|'",
    "%e, %!e(int=42)",
    "%t, %!t(int=42)"
  })
  void anIntegerIsFormattedOrTheMistakeIsShown(String format, String text) {
    assertThat(GoFormat.printf(format, GoInt.of(42))).isEqualTo(text);
  }

  @Test
  void operandsAreSpacedWhenNeitherIsAString() {
    assertThat(GoFormat.print(100, 1L, 2L, "a", "b", 3L)).isEqualTo("1 2ab3");
    assertThat(GoFormat.println(100, 1L, "a")).isEqualTo("1 a\n");
  }

  @Test
  void printingStopsAtItsLimit() {
    assertThatThrownBy(() -> GoFormat.printf(10, "%100d", 1L))
        .isInstanceOf(GoException.class)
        .hasMessage("printing made more than 10 characters");
  }

  @Test
  void aMapThatHoldsItselfIsNotPrintedForEver() {
    Map<String, Object> map = new HashMap<>();
    map.put("self", List.of(map));

    assertThatThrownBy(() -> GoFormat.sprint(map)).isInstanceOf(GoException.class);
  }
}
