package io.tocsin.templates.golang.time;

/** Reads RFC 3339 times without the detour by a layout. */
final class Rfc3339 {
  private static final int LENGTH = "2006-01-02T15:04:05".length();

  private Rfc3339() {}

  /** Null when the text is not strictly of this form; the general parser decides then. */
  static GoTime parse(String text, GoLocation local) {
    if (text.length() <= LENGTH
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return null;
    }
    int century = two(text, 0);
    int ofCentury = two(text, 2);
    int month = two(text, 5);
    int day = two(text, 8);
    int hour = two(text, 11);
    int minute = two(text, 14);
    int second = two(text, 17);
    int year = century * 100 + ofCentury;
    boolean right =
        (century | ofCentury | hour | minute | second) >= 0
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= Calendar.daysIn(month, year)
            && hour < 24
            && minute < 60
            && second < 60;
    int seconds = (hour * 60 + minute) * 60 + second;
    return right ? rest(text, Calendar.days(year, month, day), seconds, local) : null;
  }

  private static GoTime rest(String text, long days, int secondOfDay, GoLocation local) {
    int end = LENGTH;
    int nanosecond = 0;
    if (text.charAt(end) == '.') {
      int scale = 100_000_000;
      for (end++; end < text.length() && digit(text, end) >= 0; end++) {
        nanosecond += digit(text, end) * scale;
        scale /= 10;
      }
      if (end == LENGTH + 1) {
        return null;
      }
    }
    long seconds = days * Calendar.SECONDS_PER_DAY + secondOfDay;
    if (end + 1 == text.length() && text.charAt(end) == 'Z') {
      return new GoTime(seconds, nanosecond, GoLocation.UTC);
    }
    return zoned(text, end, seconds, nanosecond, local);
  }

  private static GoTime zoned(String text, int at, long seconds, int nanosecond, GoLocation local) {
    if (text.length() != at + 6 || text.charAt(at + 3) != ':') {
      return null;
    }
    char sign = text.charAt(at);
    int hours = two(text, at + 1);
    int minutes = two(text, at + 4);
    if ((sign != '+' && sign != '-') || (hours | minutes) < 0 || hours > 23 || minutes > 59) {
      return null;
    }
    int offset = (hours * 60 + minutes) * 60 * (sign == '-' ? -1 : 1);
    long unix = seconds - offset;
    boolean here = local.offsetAt(unix) == offset;
    return new GoTime(unix, nanosecond, here ? local : GoLocation.fixed("", offset));
  }

  /** The number in two digits; negative when they are none. */
  private static int two(String text, int at) {
    int tens = digit(text, at);
    int ones = digit(text, at + 1);
    return (tens | ones) < 0 ? -1 : tens * 10 + ones;
  }

  private static int digit(String text, int at) {
    int digit = text.charAt(at) - '0';
    return digit > 9 ? -1 : digit;
  }
}
