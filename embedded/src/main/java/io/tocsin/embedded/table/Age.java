package io.tocsin.embedded.table;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Spans of time as kubectl shows them: {@code 45s}, {@code 3m10s}, {@code 5h}, {@code 2d3h}. */
final class Age {
  private Age() {}

  static String between(Object timestamp, Instant now) {
    if (timestamp == null) {
      return "<unknown>";
    }
    try {
      Instant then = Instant.parse(timestamp.toString());
      Duration age = Duration.between(then, now);
      return text(age.isNegative() ? Duration.ZERO : age);
    } catch (DateTimeParseException e) {
      return "<invalid>";
    }
  }

  private static String text(Duration age) {
    if (age.toSeconds() < 120) {
      return age.toSeconds() + "s";
    }
    if (age.toMinutes() < 10) {
      return two(age.toMinutes(), "m", age.toSecondsPart(), "s");
    }
    if (age.toHours() < 3) {
      return age.toMinutes() + "m";
    }
    if (age.toHours() < 8) {
      return two(age.toHours(), "h", age.toMinutesPart(), "m");
    }
    if (age.toHours() < 48) {
      return age.toHours() + "h";
    }
    return age.toDays() < 8 ? two(age.toDays(), "d", age.toHoursPart(), "h") : age.toDays() + "d";
  }

  private static String two(long large, String largeUnit, long small, String smallUnit) {
    return large + largeUnit + (small == 0 ? "" : small + smallUnit);
  }
}
