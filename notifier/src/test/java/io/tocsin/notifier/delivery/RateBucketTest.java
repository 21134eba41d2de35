package io.tocsin.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.Limits.Rate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateBucketTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private final RateBucket bucket = new RateBucket(new Rate(3, Duration.ofMinutes(1)));

  @Test
  void letsTheFirstThroughAndTheNextWaitUntilTheWindowMovedOn() {
    assertThat(bucket.reserve(NOW)).isZero();
    assertThat(bucket.reserve(NOW.plusSeconds(10))).isZero();
    assertThat(bucket.reserve(NOW.plusSeconds(20))).isZero();
    assertThat(bucket.reserve(NOW.plusSeconds(30))).isEqualTo(Duration.ofSeconds(30));
    assertThat(bucket.reserve(NOW.plusSeconds(30))).isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void reservesPlacesForThoseWhoWait() {
    for (int i = 0; i < 6; i++) {
      bucket.reserve(NOW);
    }

    assertThat(bucket.reserve(NOW)).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void anIdleBucketIsFree() {
    for (int i = 0; i < 3; i++) {
      bucket.reserve(NOW);
    }

    assertThat(bucket.reserve(NOW.plusSeconds(61))).isZero();
  }
}
