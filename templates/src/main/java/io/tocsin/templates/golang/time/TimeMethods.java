package io.tocsin.templates.golang.time;

import static io.tocsin.templates.golang.GoType.BOOL;
import static io.tocsin.templates.golang.GoType.BYTES;
import static io.tocsin.templates.golang.GoType.DURATION;
import static io.tocsin.templates.golang.GoType.INT;
import static io.tocsin.templates.golang.GoType.INT64;
import static io.tocsin.templates.golang.GoType.OBJECT;
import static io.tocsin.templates.golang.GoType.STRING;
import static io.tocsin.templates.golang.GoType.TIME;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoInt;
import java.nio.charset.StandardCharsets;

/** The methods of {@code time.Time}, less those that only a program has a use for. */
final class TimeMethods {
  static final Methods<GoTime> ALL = new Methods<>("time.Time");

  static {
    arithmetic();
    comparison();
    parts();
    texts();
  }

  private TimeMethods() {}

  private static void arithmetic() {
    ALL.add("Add", TIME, (t, a) -> t.add((GoDuration) a[0]), DURATION)
        .add("Sub", DURATION, (t, a) -> t.sub((GoTime) a[0]), TIME)
        .add("AddDate", TIME, (t, a) -> t.addDate(at(a, 0), at(a, 1), at(a, 2)), INT, INT, INT)
        .add("Truncate", TIME, (t, a) -> t.truncate((GoDuration) a[0]), DURATION)
        .add("Round", TIME, (t, a) -> t.round((GoDuration) a[0]), DURATION);
  }

  private static void comparison() {
    ALL.add("Before", BOOL, (t, a) -> t.isBefore((GoTime) a[0]), TIME)
        .add("After", BOOL, (t, a) -> t.isAfter((GoTime) a[0]), TIME)
        .add("Equal", BOOL, (t, a) -> t.isSameInstant((GoTime) a[0]), TIME)
        .add("Compare", INT, (t, a) -> GoInt.of(t.compareTo((GoTime) a[0])), TIME)
        .add("IsZero", BOOL, (t, none) -> t.isZero())
        .add("IsDST", BOOL, (t, none) -> t.isDaylightSaving());
  }

  private static void parts() {
    ALL.add("Unix", INT64, (t, none) -> t.unix())
        .add("UnixMilli", INT64, (t, none) -> t.unixMilli())
        .add("UnixMicro", INT64, (t, none) -> t.unixMicro())
        .add("UnixNano", INT64, (t, none) -> t.unixNano())
        .add("Year", INT, (t, none) -> GoInt.of(t.date().year()))
        .add("Month", OBJECT, (t, none) -> new GoMonth(t.date().month()))
        .add("Day", INT, (t, none) -> GoInt.of(t.date().day()))
        .add("YearDay", INT, (t, none) -> GoInt.of(t.date().ofYear()))
        .add("Weekday", OBJECT, (t, none) -> new GoWeekday(t.weekdayNumber()))
        .add("Hour", INT, (t, none) -> GoInt.of(t.secondOfDay() / 3600))
        .add("Minute", INT, (t, none) -> GoInt.of(t.secondOfDay() / 60 % 60))
        .add("Second", INT, (t, none) -> GoInt.of(t.secondOfDay() % 60))
        .add("Nanosecond", INT, (t, none) -> GoInt.of(t.nanosecond()))
        .add("UTC", TIME, (t, none) -> t.in(GoLocation.UTC))
        .add("Local", TIME, (t, none) -> t.in(GoLocation.LOCAL))
        .add("In", TIME, (t, a) -> t.in(location(a[0])), OBJECT)
        .add("Location", OBJECT, (t, none) -> t.location())
        .several("Clock", 3)
        .several("Date", 3)
        .several("ISOWeek", 2)
        .several("Zone", 2)
        .several("ZoneBounds", 2);
  }

  private static void texts() {
    ALL.add("Format", STRING, (t, a) -> t.format((String) a[0]), STRING)
        .add("String", STRING, (t, none) -> t.toString())
        .add("MarshalText", BYTES, (t, none) -> bytes(t.format(Layouts.RFC_3339_NANO)))
        .add("MarshalJSON", BYTES, (t, none) -> bytes('"' + t.format(Layouts.RFC_3339_NANO) + '"'));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static long at(Object[] arguments, int index) {
    return ((GoInt) arguments[index]).longValue();
  }

  private static GoLocation location(Object argument) {
    if (argument instanceof GoLocation location) {
      return location;
    }
    throw new GoException("wrong type for value; expected *time.Location");
  }
}
