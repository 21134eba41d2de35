package io.tocsin.services.teams;

import io.tocsin.services.Limits;
import io.tocsin.services.Limits.Rate;
import io.tocsin.services.spi.Buckets;
import java.time.Duration;

/** What Teams states for a webhook: four requests a second. */
final class TeamsLimits {
  private static final Rate RATE = new Rate(4, Duration.ofSeconds(1));

  private TeamsLimits() {}

  static Limits of(String url) {
    return url == null
        ? Limits.none(TeamsType.KEY)
        : Limits.robot(Buckets.of(TeamsType.KEY, url), RATE);
  }
}
