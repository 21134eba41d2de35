package io.tocsin.embedded.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {
  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, 0s",
    "119, 119s",
    "120, 2m",
    "190, 3m10s",
    "600, 10m",
    "10799, 179m",
    "10800, 3h",
    "12060, 3h21m",
    "28800, 8h",
    "172799, 47h",
    "172800, 2d",
    "180000, 2d2h",
    "691200, 8d",
  })
  void anAgeIsShownAsKubectlDoes(long seconds, String expected) {
    assertThat(Age.between(NOW.minusSeconds(seconds).toString(), NOW)).isEqualTo(expected);
  }

  @Test
  void whatIsNoTimeIsSaidToBeNone() {
    assertThat(Age.between(null, NOW)).isEqualTo("<unknown>");
    assertThat(Age.between("yesterday", NOW)).isEqualTo("<invalid>");
  }
}
