package io.tocsin.templates.golang.time;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoObject;
import io.tocsin.templates.golang.GoType;
import java.util.Optional;

/**
 * Go's {@code time.Duration}.
 *
 * @param nanoseconds about 292 years at most, either way
 */
public record GoDuration(long nanoseconds) implements GoObject, Comparable<GoDuration> {
  public static final GoDuration ZERO = new GoDuration(0);
  public static final GoDuration NANOSECOND = new GoDuration(1);
  public static final GoDuration MICROSECOND = new GoDuration(1_000);
  public static final GoDuration MILLISECOND = new GoDuration(1_000_000);
  public static final GoDuration SECOND = new GoDuration(1_000_000_000L);
  public static final GoDuration MINUTE = new GoDuration(60_000_000_000L);
  public static final GoDuration HOUR = new GoDuration(3_600_000_000_000L);

  private static final Methods<GoDuration> METHODS =
      new Methods<GoDuration>("time.Duration")
          .add("Abs", GoType.DURATION, (d, none) -> d.abs())
          .add("Hours", GoType.FLOAT64, (d, none) -> d.hours())
          .add("Microseconds", GoType.INT64, (d, none) -> d.nanoseconds / 1_000)
          .add("Milliseconds", GoType.INT64, (d, none) -> d.milliseconds())
          .add("Minutes", GoType.FLOAT64, (d, none) -> d.minutes())
          .add("Nanoseconds", GoType.INT64, (d, none) -> d.nanoseconds)
          .add("Round", GoType.DURATION, (d, a) -> d.round((GoDuration) a[0]), GoType.DURATION)
          .add("Seconds", GoType.FLOAT64, (d, none) -> d.seconds())
          .add("String", GoType.STRING, (d, none) -> d.toString())
          .add(
              "Truncate",
              GoType.DURATION,
              (d, a) -> d.truncate((GoDuration) a[0]),
              GoType.DURATION);

  /**
   * Reads a duration such as {@code -1h30m} or {@code 1.5s}.
   *
   * @throws GoException as Go's ParseDuration words its errors
   */
  public static GoDuration parse(String text) {
    return new GoDuration(DurationText.parse(text));
  }

  public static GoDuration ofSeconds(long seconds) {
    return new GoDuration(seconds * SECOND.nanoseconds);
  }

  public GoDuration abs() {
    if (nanoseconds == Long.MIN_VALUE) {
      return new GoDuration(Long.MAX_VALUE);
    }
    return nanoseconds < 0 ? new GoDuration(-nanoseconds) : this;
  }

  public double hours() {
    return inUnits(HOUR);
  }

  public double minutes() {
    return inUnits(MINUTE);
  }

  public double seconds() {
    return inUnits(SECOND);
  }

  public long milliseconds() {
    return nanoseconds / MILLISECOND.nanoseconds;
  }

  private double inUnits(GoDuration unit) {
    long whole = nanoseconds / unit.nanoseconds;
    long rest = nanoseconds % unit.nanoseconds;
    return whole + rest / (double) unit.nanoseconds;
  }

  /** Toward zero to a multiple of {@code unit}; unchanged when that is not positive. */
  public GoDuration truncate(GoDuration unit) {
    return unit.nanoseconds <= 0
        ? this
        : new GoDuration(nanoseconds - nanoseconds % unit.nanoseconds);
  }

  /**
   * To the nearest multiple of {@code unit}, halves away from zero; unchanged when that is not
   * positive.
   */
  public GoDuration round(GoDuration unit) {
    long m = unit.nanoseconds;
    if (m <= 0) {
      return this;
    }
    long rest = nanoseconds % m;
    boolean down = Math.abs(rest) < m - Math.abs(rest);
    if (nanoseconds < 0) {
      long lower = nanoseconds - m - rest;
      return down
          ? new GoDuration(nanoseconds - rest)
          : new GoDuration(lower < nanoseconds ? lower : Long.MIN_VALUE);
    }
    long upper = nanoseconds + m - rest;
    return down
        ? new GoDuration(nanoseconds - rest)
        : new GoDuration(upper > nanoseconds ? upper : Long.MAX_VALUE);
  }

  @Override
  public int compareTo(GoDuration other) {
    return Long.compare(nanoseconds, other.nanoseconds);
  }

  @Override
  public Optional<Object> underlying() {
    return Optional.of(nanoseconds);
  }

  @Override
  public String typeName() {
    return "time.Duration";
  }

  @Override
  public Optional<GoFunction> method(String name) {
    return METHODS.find(this, name);
  }

  /** As Go prints it, such as {@code 1h30m0s} or {@code 1.5ms}. */
  @Override
  public String toString() {
    return DurationText.print(nanoseconds);
  }
}
