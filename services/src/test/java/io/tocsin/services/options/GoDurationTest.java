package io.tocsin.services.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GoDurationTest {
  @ParameterizedTest
  @CsvSource({
    "5s, PT5S",
    "1m30s, PT1M30S",
    "1.5h, PT1H30M",
    "250ms, PT0.25S",
    "0, PT0S",
    ".5s, PT0.5S",
    "3µs, PT0.000003S"
  })
  void readsWhatGoWrites(String text, Duration duration) {
    assertThat(GoDuration.parse(text)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "5 s", "-5s", "1d", "99999999999h"})
  void refusesTheRest(String text) {
    assertThat(GoDuration.parse(text)).isEmpty();
  }
}
