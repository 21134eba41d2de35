package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.ANY;
import static io.tocsin.templates.golang.GoType.STRING;
import static io.tocsin.templates.golang.GoType.TIME;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoInt;
import io.tocsin.templates.golang.GoInteger;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.time.GoDuration;
import io.tocsin.templates.golang.time.GoLocation;
import io.tocsin.templates.golang.time.GoTime;
import java.time.Clock;
import java.util.List;

/** Sprig's chapter "Date Functions". */
final class Dates {
  private static final String HTML = "2006-01-02";
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private static final List<Unit> UNITS =
      List.of(
          new Unit(365 * DAY, "y"),
          new Unit(30 * DAY, "mo"),
          new Unit(DAY, "d"),
          new Unit(HOUR, "h"),
          new Unit(MINUTE, "m"),
          new Unit(1, "s"));

  private record Unit(long seconds, String name) {}

  private final Clock clock;

  private Dates(Clock clock) {
    this.clock = clock;
  }

  static Chapter chapter(Clock clock) {
    Dates dates = new Dates(clock);
    Chapter chapter = new Chapter("Dates");
    dates.printing(chapter);
    dates.reading(chapter);
    return chapter;
  }

  private void printing(Chapter chapter) {
    chapter
        .add("now", TIME, none -> now().in(GoLocation.LOCAL))
        .add("date", STRING, a -> print(Args.text(a, 0), a[1], "Local"), STRING, ANY)
        .add(
            "dateInZone",
            STRING,
            a -> print(Args.text(a, 0), a[1], Args.text(a, 2)),
            STRING,
            ANY,
            STRING)
        .alias("date_in_zone", "dateInZone")
        .add("htmlDate", STRING, a -> print(HTML, a[0], "Local"), ANY)
        .add("htmlDateInZone", STRING, a -> print(HTML, a[0], Args.text(a, 1)), ANY, STRING)
        .add("unixEpoch", STRING, a -> Long.toString(((GoTime) a[0]).unix()), TIME)
        .add("ago", STRING, a -> ago(a[0]), ANY)
        .add("duration", STRING, a -> duration(a[0]), ANY)
        .add("durationRound", STRING, a -> rounded(a[0]), ANY);
  }

  private void reading(Chapter chapter) {
    chapter
        .add("toDate", TIME, a -> parsed(a, GoTime.ZERO), STRING, STRING)
        .add("mustToDate", TIME, a -> parsed(a, null), STRING, STRING)
        .add("dateModify", TIME, a -> modified(a, (GoTime) a[1]), STRING, TIME)
        .alias("date_modify", "dateModify")
        .add("mustDateModify", TIME, a -> modified(a, null), STRING, TIME)
        .alias("must_date_modify", "mustDateModify");
  }

  private GoTime now() {
    return GoTime.of(clock.instant());
  }

  /** A time, or Unix seconds; anything else is now. */
  private GoTime time(Object date) {
    return switch (date) {
      case GoTime time -> time;
      case Long seconds -> unix(seconds);
      case GoInt seconds -> unix(seconds.longValue());
      case GoInteger seconds when seconds.type() == GoType.INT32 -> unix(seconds.longValue());
      case null, default -> now();
    };
  }

  private static GoTime unix(long seconds) {
    return new GoTime(seconds, 0, GoLocation.LOCAL);
  }

  private String print(String layout, Object date, String zone) {
    return time(date).in(GoLocation.load(zone).orElse(GoLocation.UTC)).format(layout);
  }

  /** Go counts an {@code int32} for a date but not for an age. */
  private String ago(Object date) {
    GoTime time = date instanceof GoInteger ? now() : time(date);
    return now().sub(time).round(GoDuration.SECOND).toString();
  }

  /** Seconds as an {@code int64} or a text; anything else is none. */
  private static String duration(Object seconds) {
    long count =
        switch (seconds) {
          case Long number -> number;
          case String text -> Numbers.nearest(text);
          case null, default -> 0;
        };
    return GoDuration.ofSeconds(count).toString();
  }

  /** The largest unit that fits, such as {@code 2h}. */
  private String rounded(Object value) {
    GoDuration duration =
        switch (value) {
          case Long nanoseconds -> new GoDuration(nanoseconds);
          case String text -> parsedOrZero(text);
          case GoTime time -> now().sub(time);
          case null, default -> GoDuration.ZERO;
        };
    // The magnitude of the smallest duration is right when read as unsigned.
    long nanoseconds = Math.abs(duration.nanoseconds());
    for (Unit unit : UNITS) {
      long length = unit.seconds * GoDuration.SECOND.nanoseconds();
      if (Long.compareUnsigned(nanoseconds, length) > 0) {
        return Long.toUnsignedString(Long.divideUnsigned(nanoseconds, length)) + unit.name;
      }
    }
    return "0s";
  }

  private static GoDuration parsedOrZero(String text) {
    try {
      return GoDuration.parse(text);
    } catch (GoException e) {
      return GoDuration.ZERO;
    }
  }

  private static GoTime parsed(Object[] arguments, GoTime otherwise) {
    try {
      return GoTime.parse(Args.text(arguments, 0), Args.text(arguments, 1), GoLocation.LOCAL);
    } catch (GoException e) {
      if (otherwise == null) {
        throw e;
      }
      return otherwise;
    }
  }

  private static GoTime modified(Object[] arguments, GoTime otherwise) {
    try {
      return ((GoTime) arguments[1]).add(GoDuration.parse(Args.text(arguments, 0)));
    } catch (GoException e) {
      if (otherwise == null) {
        throw e;
      }
      return otherwise;
    }
  }
}
