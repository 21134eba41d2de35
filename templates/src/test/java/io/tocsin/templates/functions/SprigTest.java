package io.tocsin.templates.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.templates.golang.GoCalls;
import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFunction;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SprigTest {
  /** The number of names in Sprig 3.3.0, {@code env} and {@code expandenv} not counted. */
  private static final int NAMES = 209;

  @Test
  void everyFunctionOfSprigIsThereButThoseThatReadTheEnvironment() {
    assertThat(Sprig.functions()).hasSize(NAMES).doesNotContainKeys("env", "expandenv");
  }

  @Test
  void noFunctionStandsInTwoChapters() {
    List<String> names =
        Sprig.chapters(Clock.systemUTC()).stream()
            .flatMap(chapter -> chapter.functions().stream())
            .map(GoFunction::name)
            .toList();
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void aFunctionThatIsOffForTenantsSaysSo() {
    Map<String, GoFunction> functions = Sprig.functionsForTenants();
    assertThat(functions.keySet()).isEqualTo(Sprig.functions().keySet());
    assertThat(functions.keySet()).containsAll(Sprig.COSTLY);
    for (String name : Sprig.COSTLY) {
      assertThatThrownBy(() -> functions.get(name).body().call(new Object[0]))
          .isInstanceOf(GoException.class)
          .hasMessage(name + " is off for configurations of namespaces");
    }
    assertThat(GoCalls.call(functions.get("upper"), "a")).isEqualTo("A");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-01T11:58:30Z, 1m30s",
    "2026-06-01T12:00:00.4Z, 0s",
    "2026-06-02T12:00:00Z, -24h0m0s"
  })
  void anAgeIsByTheClock(String time, String age) {
    Object date = Call.function("mustToDate", "2006-01-02T15:04:05Z07:00", time);
    assertThat(Call.text("ago", date)).isEqualTo(age);
  }

  @Test
  void whatIsNoDateIsNow() {
    assertThat(Call.text("date", "2006-01-02 15:04", "no date")).isEqualTo("2026-06-01 12:00");
    assertThat(Call.function("now")).hasToString("2026-06-01 12:00:00 +0000 UTC");
    assertThat(Call.text("durationRound", Call.function("toDate", "2006", "2024"))).isEqualTo("2y");
  }
}
