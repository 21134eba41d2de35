package io.tocsin.controller.health.lua;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code os.time} and {@code os.date}, all that Argo CD has of the library. */
final class OsLibrary {
  private final Clock clock;

  OsLibrary(Clock clock) {
    this.clock = clock;
  }

  LuaTable create() {
    LuaTable library = new LuaTable();
    library.set("time", new Native(this::time));
    library.set("date", new Native(this::date));
    return library;
  }

  private Varargs time(Varargs arguments) {
    if (arguments.arg1().isnil()) {
      return LuaValue.valueOf((double) clock.instant().getEpochSecond());
    }
    LuaTable fields = arguments.checktable(1);
    try {
      LocalDateTime start = LocalDateTime.of(field(fields, "year", -1), 1, 1, 0, 0);
      ZonedDateTime time =
          start
              .plusMonths(field(fields, "month", -1) - 1L)
              .plusDays(field(fields, "day", -1) - 1L)
              .plusHours(field(fields, "hour", 12))
              .plusMinutes(field(fields, "min", 0))
              .plusSeconds(field(fields, "sec", 0))
              .atZone(ZoneId.systemDefault());
      return LuaValue.valueOf((double) time.toEpochSecond());
    } catch (DateTimeException e) {
      throw new LuaError("bad argument #1 to 'time' (no such time)");
    }
  }

  /** Strings do not count here, as they do not for Argo CD. */
  private static int field(LuaTable fields, String name, int other) {
    LuaValue value = fields.get(name);
    return value.type() == LuaValue.TNUMBER ? value.toint() : other;
  }

  private Varargs date(Varargs arguments) {
    String format = arguments.optjstring(1, "%c");
    boolean universal = format.startsWith("!");
    Instant instant =
        arguments.arg(2).isnil()
            ? clock.instant()
            : Instant.ofEpochSecond(
                Math.clamp(arguments.checklong(2), -62_135_596_800L, 253_402_300_799L));
    ZonedDateTime time = instant.atZone(universal ? ZoneOffset.UTC : ZoneId.systemDefault());
    String pattern = universal ? format.substring(1) : format;
    Budget.current().text(pattern.length() * 20L);
    return pattern.startsWith("*t") ? table(time) : LuaValue.valueOf(DateFormat.of(pattern, time));
  }

  private static LuaTable table(ZonedDateTime time) {
    LuaTable table = new LuaTable();
    table.set("year", time.getYear());
    table.set("month", time.getMonthValue());
    table.set("day", time.getDayOfMonth());
    table.set("hour", time.getHour());
    table.set("min", time.getMinute());
    table.set("sec", time.getSecond());
    table.set("wday", time.getDayOfWeek().getValue() % 7 + 1);
    table.set("yday", time.getDayOfYear());
    table.set("isdst", LuaValue.FALSE);
    return table;
  }
}
