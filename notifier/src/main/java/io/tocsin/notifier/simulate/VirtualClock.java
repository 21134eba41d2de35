package io.tocsin.notifier.simulate;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands where it was set. Thread-safe. */
final class VirtualClock extends Clock {
  private volatile Instant now = Instant.MIN;

  void set(Instant instant) {
    now = instant;
  }

  boolean unset() {
    return now.equals(Instant.MIN);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
