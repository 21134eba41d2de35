package io.tocsin.controller.helm.render;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.GoTypes;
import io.tocsin.templates.golang.time.GoDuration;
import java.util.List;
import java.util.function.Function;

/** Helm's functions of durations: texts such as {@code 1h30m}, and numbers of seconds. */
final class DurationFunctions {
  private static final double NANOSECONDS = 1e9;

  private DurationFunctions() {}

  static List<GoFunction> all() {
    return List.of(
        GoFunction.of("mustToDuration", GoType.DURATION, a -> of(a[0]), GoType.ANY),
        floating("durationSeconds", GoDuration::seconds),
        whole("durationMilliseconds", GoDuration::milliseconds),
        whole("durationMicroseconds", duration -> duration.nanoseconds() / 1_000),
        whole("durationNanoseconds", GoDuration::nanoseconds),
        floating("durationMinutes", GoDuration::minutes),
        floating("durationHours", GoDuration::hours),
        floating("durationDays", duration -> duration.hours() / 24),
        floating("durationWeeks", duration -> duration.hours() / 24 / 7),
        rounding("durationRoundTo", true),
        rounding("durationTruncateTo", false));
  }

  private static GoFunction floating(String name, Function<GoDuration, Double> part) {
    return GoFunction.of(name, GoType.FLOAT64, a -> part.apply(orZero(a[0])), GoType.ANY);
  }

  private static GoFunction whole(String name, Function<GoDuration, Long> part) {
    return GoFunction.of(name, GoType.INT64, a -> part.apply(orZero(a[0])), GoType.ANY);
  }

  private static GoFunction rounding(String name, boolean round) {
    return GoFunction.of(
        name,
        GoType.DURATION,
        a -> {
          GoDuration unit = orZero(a[1]);
          return round ? orZero(a[0]).round(unit) : orZero(a[0]).truncate(unit);
        },
        GoType.ANY,
        GoType.ANY);
  }

  private static GoDuration orZero(Object value) {
    try {
      return of(value);
    } catch (GoException e) {
      return GoDuration.ZERO;
    }
  }

  private static GoDuration of(Object value) {
    return switch (value) {
      case null -> throw new GoException("invalid duration");
      case GoDuration duration -> duration;
      case String text -> parsed(text.strip());
      case Double seconds -> ofSeconds(seconds);
      case Number seconds -> ofSeconds(seconds.doubleValue());
      default -> throw new GoException("unsupported duration type " + GoTypes.name(value));
    };
  }

  private static GoDuration parsed(String text) {
    try {
      return text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")
          ? ofSeconds(Double.parseDouble(text))
          : GoDuration.parse(text);
    } catch (NumberFormatException e) {
      throw new GoException("could not parse duration \"" + text + "\"");
    }
  }

  private static GoDuration ofSeconds(double seconds) {
    double nanoseconds = seconds * NANOSECONDS;
    if (Double.isNaN(nanoseconds) || Math.abs(nanoseconds) > Long.MAX_VALUE) {
      throw new GoException("duration seconds overflow: " + seconds);
    }
    return new GoDuration((long) nanoseconds);
  }
}
