package io.tocsin.templates.golang.time;

import io.tocsin.templates.golang.GoException;
import java.util.OptionalInt;

/** What was read of a time so far, and the time it makes. Fields that are -1 were not read. */
final class TimeFields {
  int year;
  int month = -1;
  int day = -1;
  int dayOfYear = -1;
  int hour;
  int minute;
  int second;
  int nanosecond;
  boolean morning;
  boolean afternoon;
  boolean utc;
  boolean hasOffset;
  int offset;
  String zone = "";

  /**
   * @param unzoned the location of a time without a zone
   * @param local the location to prefer when it has the zone that was read
   * @throws GoException when the date does not exist
   */
  GoTime time(GoLocation unzoned, GoLocation local) {
    halfOfDay();
    Calendar.Day date = date();
    if (utc) {
      return at(date, GoLocation.UTC);
    }
    if (hasOffset) {
      return withOffset(date, local);
    }
    return zone.isEmpty() ? at(date, unzoned) : inZone(date, local);
  }

  private GoTime at(Calendar.Day date, GoLocation location) {
    return GoTime.of(date, (hour * 60L + minute) * 60 + second, nanosecond, location);
  }

  private GoTime withOffset(Calendar.Day date, GoLocation local) {
    long unix = at(date, GoLocation.UTC).unix() - offset;
    boolean here =
        local.offsetAt(unix) == offset
            && (zone.isEmpty() || local.abbreviation(offset).equals(zone));
    return new GoTime(unix, nanosecond, here ? local : GoLocation.fixed(zone, offset));
  }

  private GoTime inZone(Calendar.Day date, GoLocation local) {
    long localSeconds = at(date, GoLocation.UTC).unix();
    OptionalInt known = local.offsetOf(zone, localSeconds);
    if (known.isPresent()) {
      return new GoTime(localSeconds - known.getAsInt(), nanosecond, local);
    }
    int assumed = ZoneText.offset(zone);
    return at(date, GoLocation.fixed(zone, assumed));
  }

  private void halfOfDay() {
    if (afternoon && hour < 12) {
      hour += 12;
    } else if (morning && hour == 12) {
      hour = 0;
    }
  }

  private Calendar.Day date() {
    if (dayOfYear >= 0) {
      Calendar.Day date = ofYear();
      if (month >= 0 && month != date.month()) {
        throw new GoException("day-of-year does not match month");
      }
      if (day >= 0 && day != date.day()) {
        throw new GoException("day-of-year does not match day");
      }
      return date;
    }
    Calendar.Day date = new Calendar.Day(year, month < 0 ? 1 : month, day < 0 ? 1 : day);
    if (date.day() < 1 || date.day() > Calendar.daysIn(date.month(), year)) {
      throw new GoException("day out of range");
    }
    return date;
  }

  private Calendar.Day ofYear() {
    if (dayOfYear < 1 || dayOfYear > (Calendar.isLeap(year) ? 366 : 365)) {
      throw new GoException("day-of-year out of range");
    }
    return Calendar.day(Calendar.days(year, 1, dayOfYear));
  }
}
