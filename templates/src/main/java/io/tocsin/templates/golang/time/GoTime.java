package io.tocsin.templates.golang.time;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoObject;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * Go's {@code time.Time}: an instant to the nanosecond, shown in a location.
 *
 * @param unix seconds since 1970-01-01T00:00:00Z
 * @param nanosecond 0 to 999,999,999
 */
public record GoTime(long unix, int nanosecond, GoLocation location)
    implements GoObject, Comparable<GoTime> {
  private static final long NANOS = 1_000_000_000L;
  private static final long YEAR_ONE = Calendar.days(1, 1, 1) * Calendar.SECONDS_PER_DAY;

  /** Go's zero time: the first instant of the year 1 in UTC. */
  public static final GoTime ZERO = new GoTime(YEAR_ONE, 0, GoLocation.UTC);

  /** The instant, in UTC. */
  public static GoTime of(Instant instant) {
    return new GoTime(instant.getEpochSecond(), instant.getNano(), GoLocation.UTC);
  }

  /** A date and time of day in a location; values out of range are carried over. */
  static GoTime of(Calendar.Day day, long secondOfDay, int nanosecond, GoLocation location) {
    long days = Calendar.days(day.year(), day.month(), day.day());
    return local(days * Calendar.SECONDS_PER_DAY + secondOfDay, nanosecond, location);
  }

  private static GoTime local(long localSeconds, int nanosecond, GoLocation location) {
    int offset = location.offsetAt(localSeconds);
    int right = offset == 0 ? 0 : location.offsetAt(localSeconds - offset);
    return new GoTime(localSeconds - right, nanosecond, location);
  }

  /**
   * Reads an RFC 3339 time, as Argo CD's {@code time.Parse} does.
   *
   * @throws GoException as Go words its parse errors
   */
  public static GoTime parse(String text) {
    return parse(Layouts.RFC_3339, text);
  }

  /**
   * Reads a time by a layout; UTC when the text has no zone.
   *
   * @throws GoException as Go words its parse errors
   */
  public static GoTime parse(String layout, String text) {
    return TimeParser.parse(layout, text, GoLocation.UTC, GoLocation.LOCAL);
  }

  /**
   * Reads a time by a layout; in that location when the text has no zone.
   *
   * @throws GoException as Go words its parse errors
   */
  public static GoTime parse(String layout, String text, GoLocation location) {
    return TimeParser.parse(layout, text, location, location);
  }

  public String format(String layout) {
    return TimePrinter.print(this, layout);
  }

  public GoTime in(GoLocation other) {
    return new GoTime(unix, nanosecond, other);
  }

  public GoTime add(GoDuration duration) {
    long nanos = nanosecond + duration.nanoseconds() % NANOS;
    long seconds = unix + duration.nanoseconds() / NANOS + Math.floorDiv(nanos, NANOS);
    return new GoTime(seconds, (int) Math.floorMod(nanos, NANOS), location);
  }

  /** The time since {@code other}, or the nearest duration there is. */
  public GoDuration sub(GoTime other) {
    long seconds = unix - other.unix;
    long nanos = (long) nanosecond - other.nanosecond;
    // Near the ends the sum is exact in floating point as far as it matters: which end it is.
    try {
      long whole = Math.multiplyExact(seconds < 0 ? seconds + 1 : seconds, NANOS);
      return new GoDuration(Math.addExact(whole, seconds < 0 ? nanos - NANOS : nanos));
    } catch (ArithmeticException e) {
      return new GoDuration(seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE);
    }
  }

  public GoTime addDate(long years, long months, long days) {
    Calendar.Day date = date();
    long shifted = Calendar.days(date.year() + years, date.month() + months, date.day() + days);
    return local(shifted * Calendar.SECONDS_PER_DAY + secondOfDay(), nanosecond, location);
  }

  public boolean isAfter(GoTime other) {
    return compareTo(other) > 0;
  }

  public boolean isBefore(GoTime other) {
    return compareTo(other) < 0;
  }

  /** Whether both are the same instant, whatever their locations. */
  public boolean isSameInstant(GoTime other) {
    return compareTo(other) == 0;
  }

  /** By instant; unlike {@code equals}, which heeds the location too. */
  @Override
  public int compareTo(GoTime other) {
    int seconds = Long.compare(unix, other.unix);
    return seconds == 0 ? Integer.compare(nanosecond, other.nanosecond) : seconds;
  }

  public boolean isZero() {
    return unix == YEAR_ONE && nanosecond == 0;
  }

  public boolean isDaylightSaving() {
    return location.isDaylightSavingAt(unix);
  }

  public long unixMilli() {
    return unix * 1_000 + nanosecond / 1_000_000;
  }

  public long unixMicro() {
    return unix * 1_000_000 + nanosecond / 1_000;
  }

  public long unixNano() {
    return unix * NANOS + nanosecond;
  }

  /** Down to a multiple of {@code unit} since the zero time. */
  public GoTime truncate(GoDuration unit) {
    return unit.nanoseconds() <= 0 ? this : add(new GoDuration(-sinceMultiple(unit)));
  }

  /** To the nearest multiple of {@code unit} since the zero time, halves up. */
  public GoTime round(GoDuration unit) {
    if (unit.nanoseconds() <= 0) {
      return this;
    }
    long rest = sinceMultiple(unit);
    long up = unit.nanoseconds() - rest;
    return add(new GoDuration(rest < up ? -rest : up));
  }

  private long sinceMultiple(GoDuration unit) {
    return BigInteger.valueOf(unix - YEAR_ONE)
        .multiply(BigInteger.valueOf(NANOS))
        .add(BigInteger.valueOf(nanosecond))
        .mod(BigInteger.valueOf(unit.nanoseconds()))
        .longValueExact();
  }

  /** Seconds east of Greenwich. */
  int offset() {
    return location.offsetAt(unix);
  }

  private long localDays() {
    return Math.floorDiv(unix + offset(), Calendar.SECONDS_PER_DAY);
  }

  Calendar.Day date() {
    return Calendar.day(localDays());
  }

  int secondOfDay() {
    return (int) Math.floorMod(unix + offset(), Calendar.SECONDS_PER_DAY);
  }

  int weekdayNumber() {
    return Calendar.weekday(localDays());
  }

  @Override
  public String typeName() {
    return "time.Time";
  }

  @Override
  public Optional<GoFunction> method(String name) {
    return TimeMethods.ALL.find(this, name);
  }

  @Override
  public String toString() {
    return format(Layouts.DEFAULT);
  }
}
