package io.tocsin.templates.golang.time;

/** Prints times by a layout. */
final class TimePrinter {
  private final StringBuilder out;
  private final GoTime time;
  private final Calendar.Day date;
  private final int offset;
  private final int hour;
  private final int minute;
  private final int second;

  private TimePrinter(GoTime time, int length) {
    this.time = time;
    this.out = new StringBuilder(length + 10);
    this.offset = time.offset();
    this.date = time.date();
    int ofDay = time.secondOfDay();
    this.hour = ofDay / 3600;
    this.minute = ofDay / 60 % 60;
    this.second = ofDay % 60;
  }

  static String print(GoTime time, String layout) {
    TimePrinter printer = new TimePrinter(time, layout.length());
    return layout.equals(Layouts.RFC_3339) ? printer.rfc3339() : printer.print(layout);
  }

  private String rfc3339() {
    number(date.year(), 4);
    out.append('-');
    number(date.month(), 2);
    out.append('-');
    number(date.day(), 2);
    out.append('T');
    number(hour, 2);
    out.append(':');
    number(minute, 2);
    out.append(':');
    number(second, 2);
    zone(Element.ISO_COLON_ZONE);
    return out.toString();
  }

  private String print(String layout) {
    LayoutScanner scanner = new LayoutScanner(layout);
    int from = 0;
    while (scanner.next()) {
      out.append(layout, from, scanner.start());
      from = scanner.end();
      element(scanner.element(), layout, scanner);
    }
    return out.append(layout, from, layout.length()).toString();
  }

  private void element(Element element, String layout, LayoutScanner at) {
    switch (element) {
      case YEAR -> number(Math.abs(date.year()) % 100, 2);
      case LONG_YEAR -> number(date.year(), 4);
      case MONTH -> out.append(Names.SHORT_MONTHS.get(date.month() - 1));
      case LONG_MONTH -> out.append(Names.MONTHS.get(date.month() - 1));
      case NUMBER_MONTH -> out.append(date.month());
      case ZERO_MONTH -> number(date.month(), 2);
      case WEEKDAY -> out.append(Names.SHORT_DAYS.get(time.weekdayNumber()));
      case LONG_WEEKDAY -> out.append(Names.DAYS.get(time.weekdayNumber()));
      case DAY -> out.append(date.day());
      case UNDER_DAY -> spaced(date.day(), 2);
      case ZERO_DAY -> number(date.day(), 2);
      case UNDER_YEAR_DAY -> spaced(date.ofYear(), 3);
      case ZERO_YEAR_DAY -> number(date.ofYear(), 3);
      case HOUR -> number(hour, 2);
      case HOUR_12 -> out.append(hour12());
      case ZERO_HOUR_12 -> number(hour12(), 2);
      case MINUTE -> out.append(minute);
      case ZERO_MINUTE -> number(minute, 2);
      case SECOND -> out.append(second);
      case ZERO_SECOND -> number(second, 2);
      case UPPER_PM -> out.append(hour >= 12 ? "PM" : "AM");
      case LOWER_PM -> out.append(hour >= 12 ? "pm" : "am");
      case ZONE -> abbreviation();
      case FRACTION_ZEROS, FRACTION_NINES ->
          fraction(element, layout.charAt(at.start()), at.end() - at.start() - 1);
      default -> zone(element);
    }
  }

  private int hour12() {
    return hour % 12 == 0 ? 12 : hour % 12;
  }

  private void number(long value, int width) {
    if (value < 0) {
      out.append('-');
    }
    long magnitude = Math.abs(value);
    for (long limit = width == 2 ? 10 : width == 3 ? 100 : 1000; limit > 1; limit /= 10) {
      if (magnitude < limit) {
        out.append('0');
      }
    }
    out.append(magnitude);
  }

  private void spaced(int value, int width) {
    out.repeat(' ', width - Integer.toString(value).length()).append(value);
  }

  private void abbreviation() {
    String name = time.location().abbreviation(offset);
    if (name.isEmpty()) {
      zone(Element.NUMBER_ZONE);
    } else {
      out.append(name);
    }
  }

  private void zone(Element element) {
    if (offset == 0 && element.isIso()) {
      out.append('Z');
      return;
    }
    // The sign is that of the minutes: an offset of less than a minute prints as +00:00.
    int minutes = offset / 60;
    out.append(minutes < 0 ? '-' : '+');
    number(Math.abs(minutes) / 60, 2);
    String colon = element.hasColons() ? ":" : "";
    if (element.hasOffsetMinutes()) {
      out.append(colon);
      number(Math.abs(minutes) % 60, 2);
    }
    if (element.hasOffsetSeconds()) {
      out.append(colon);
      number(Math.abs(offset) % 60, 2);
    }
  }

  private void fraction(Element element, char separator, int digits) {
    boolean trimmed = element == Element.FRACTION_NINES;
    if (trimmed && time.nanosecond() == 0) {
      return;
    }
    String nine = Integer.toString(1_000_000_000 + time.nanosecond()).substring(1);
    int end = Math.min(digits, 9);
    if (trimmed) {
      while (end > 0 && nine.charAt(end - 1) == '0') {
        end--;
      }
      if (end == 0) {
        return;
      }
    }
    out.append(separator).append(nine, 0, end);
  }
}
