package io.tocsin.templates.golang.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoTimeTest {
  private static final GoTime NOON = GoTime.parse("2026-06-01T12:00:00Z");

  private static Object call(GoTime time, String method, Object... arguments) {
    return time.method(method).orElseThrow().body().call(arguments);
  }

  @Test
  void itsMethodsAreThoseThatTemplatesCall() {
    assertThat(call(NOON, "Year")).isEqualTo(GoInt.of(2026));
    assertThat(call(NOON, "Month")).hasToString("June");
    assertThat(call(NOON, "Weekday")).hasToString("Monday");
    assertThat(call(NOON, "YearDay")).isEqualTo(GoInt.of(152));
    assertThat(call(NOON, "UnixMilli")).isEqualTo(1_780_315_200_000L);
    assertThat(call(NOON, "Format", Layouts.KITCHEN)).isEqualTo("12:00PM");
    assertThat(call(NOON, "Add", GoDuration.HOUR)).isEqualTo(NOON.add(GoDuration.HOUR));
    assertThat(call(NOON, "Before", NOON.add(GoDuration.SECOND))).isEqualTo(true);
    assertThat(NOON.method("Nothing")).isEmpty();
  }

  @Test
  void aMethodWithSeveralResultsCannotBeCalled() {
    assertThatThrownBy(() -> call(NOON, "Clock"))
        .isInstanceOf(GoException.class)
        .hasMessage("function Clock has 3 return values; should be 1 or 2");
  }

  @Test
  void theZeroTimeIsTheFirstOfTheYearOne() {
    assertThat(GoTime.ZERO).hasToString("0001-01-01 00:00:00 +0000 UTC");
    assertThat(GoTime.ZERO.isZero()).isTrue();
    assertThat(NOON.isZero()).isFalse();
  }

  @Test
  void anInstantIsTheSameInEveryLocation() {
    GoTime there = NOON.in(GoLocation.load("Asia/Shanghai").orElseThrow());
    assertThat(there).hasToString("2026-06-01 20:00:00 +0800 CST").isNotEqualTo(NOON);
    assertThat(there.isSameInstant(NOON)).isTrue();
  }

  @Test
  void aDifferenceTooLargeForADurationIsTheLargest() {
    assertThat(NOON.sub(GoTime.ZERO).nanoseconds()).isEqualTo(Long.MAX_VALUE);
    assertThat(GoTime.ZERO.sub(NOON).nanoseconds()).isEqualTo(Long.MIN_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-01T12:00:00+02:00, 2026-06-01 12:00:00 +0200 +0200",
    "2026-06-01T12:00:00+00:00, 2026-06-01 12:00:00 +0000 UTC",
    "2024-02-29T23:59:59.1234567891Z, 2024-02-29 23:59:59.123456789 +0000 UTC",
    "'2024-02-29T23:59:59,5Z', 2024-02-29 23:59:59.5 +0000 UTC",
    "2024-02-29T3:59:59Z, 2024-02-29 03:59:59 +0000 UTC",
  })
  void rfc3339IsReadWithTheLeniencesOfGo(String text, String printed) {
    assertThat(GoTime.parse(text)).hasToString(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-06-01",
        "2026-06-01T12:00:00",
        "2026-06-01T12:00:00z",
        "2026-02-29T12:00:00Z",
        "2026-06-01T24:00:00Z",
        "2026-06-01T12:60:00Z",
        "2026-06-01T12:00:00.Z",
        "2026-06-01T12:00:00+0200",
        "2026-06-01T12:00:00 Z",
        "-026-06-01T12:00:00Z",
        "2026/06/01T12:00:00Z"
      })
  void whatIsNoRfc3339IsRefused(String text) {
    assertThatThrownBy(() -> GoTime.parse(text))
        .isInstanceOf(GoException.class)
        .hasMessageStartingWith("parsing time \"" + text + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0s",
    "1, 1ns",
    "1500, 1.5\u00b5s",
    "1000001, 1.000001ms",
    "90000000000, 1m30s",
    "-9223372036854775808, -2562047h47m16.854775808s"
  })
  void durationsPrintInTheirLargestUnits(long nanoseconds, String text) {
    assertThat(new GoDuration(nanoseconds)).hasToString(text);
    assertThat(GoDuration.parse(text)).isEqualTo(new GoDuration(nanoseconds));
  }

  @Test
  void aZoneIsKnownByItsNameInTheDatabase() {
    assertThat(GoLocation.load("Mars/Phobos")).isEmpty();
    assertThat(GoLocation.load("+02:00")).isEmpty();
    assertThat(GoLocation.load("")).contains(GoLocation.UTC);
    assertThat(NOON.in(GoLocation.load("America/Sao_Paulo").orElseThrow()).format("MST"))
        .isEqualTo("-03");
  }
}
