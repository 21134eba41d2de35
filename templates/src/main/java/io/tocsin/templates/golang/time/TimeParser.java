package io.tocsin.templates.golang.time;

import io.tocsin.templates.golang.GoException;
import java.util.List;

/** Reads times by a layout, as Go's Parse does, with its leniencies and its errors. */
final class TimeParser {
  private final String layout;
  private final String text;
  private final TimeFields fields = new TimeFields();
  private String rest;

  private TimeParser(String layout, String text) {
    this.layout = layout;
    this.text = text;
    this.rest = text;
  }

  /** Why a field could not be read; a range names what was out of range. */
  private static final class BadField extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String range;

    BadField(String range) {
      super(range, null, false, false);
      this.range = range;
    }
  }

  static GoTime parse(String layout, String text, GoLocation unzoned, GoLocation local) {
    if (layout.equals(Layouts.RFC_3339) || layout.equals(Layouts.RFC_3339_NANO)) {
      GoTime time = Rfc3339.parse(text, local);
      if (time != null) {
        return time;
      }
    }
    TimeParser parser = new TimeParser(layout, text);
    parser.read(Chunk.of(layout));
    try {
      return parser.fields.time(unzoned, local);
    } catch (GoException e) {
      throw parser.problem(e.getMessage());
    }
  }

  private void read(List<Chunk> chunks) {
    for (int i = 0; i < chunks.size(); i++) {
      Chunk chunk = chunks.get(i);
      skip(chunk.prefix());
      if (chunk.element() == null) {
        if (!rest.isEmpty()) {
          throw problem("extra text: " + LayoutText.quote(rest));
        }
        return;
      }
      String held = rest;
      try {
        read(chunk, chunks.get(i + 1));
      } catch (BadField e) {
        throw e.range == null ? mismatch(chunk.text(), held) : problem(e.range + " out of range");
      }
    }
  }

  private GoException mismatch(String element, String value) {
    return new GoException(
        "parsing time %s as %s: cannot parse %s as %s"
            .formatted(
                LayoutText.quote(text),
                LayoutText.quote(layout),
                LayoutText.quote(value),
                LayoutText.quote(element)));
  }

  private GoException problem(String what) {
    return new GoException("parsing time " + LayoutText.quote(text) + ": " + what);
  }

  private void skip(String prefix) {
    int at = 0;
    while (at < prefix.length()) {
      if (prefix.charAt(at) == ' ') {
        if (!rest.isEmpty() && rest.charAt(0) != ' ') {
          throw mismatch(prefix, rest);
        }
        at += spaces(prefix, at);
        rest = rest.substring(spaces(rest, 0));
      } else if (rest.isEmpty() || rest.charAt(0) != prefix.charAt(at)) {
        throw mismatch(prefix, rest);
      } else {
        at++;
        rest = rest.substring(1);
      }
    }
  }

  private static int spaces(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return end - from;
  }

  private void read(Chunk chunk, Chunk next) {
    Element element = chunk.element();
    switch (element) {
      case YEAR -> {
        int year = number(take(2));
        fields.year = year >= 69 ? year + 1900 : year + 2000;
      }
      case LONG_YEAR -> {
        if (rest.length() < 4 || !digitAt(0)) {
          throw new BadField(null);
        }
        fields.year = number(take(4));
      }
      case MONTH -> fields.month = name(Names.SHORT_MONTHS) + 1;
      case LONG_MONTH -> fields.month = name(Names.MONTHS) + 1;
      case NUMBER_MONTH, ZERO_MONTH ->
          fields.month = digits(element == Element.ZERO_MONTH, 1, 12, "month");
      case WEEKDAY -> name(Names.SHORT_DAYS);
      case LONG_WEEKDAY -> name(Names.DAYS);
      case DAY, UNDER_DAY, ZERO_DAY -> {
        skipSpaces(element == Element.UNDER_DAY ? 1 : 0);
        fields.day = digits(element == Element.ZERO_DAY, 0, 99, "day");
      }
      case UNDER_YEAR_DAY, ZERO_YEAR_DAY -> {
        skipSpaces(element == Element.UNDER_YEAR_DAY ? 2 : 0);
        fields.dayOfYear = threeDigits(element == Element.ZERO_YEAR_DAY);
      }
      case HOUR -> fields.hour = digits(false, 0, 23, "hour");
      case HOUR_12, ZERO_HOUR_12 ->
          fields.hour = digits(element == Element.ZERO_HOUR_12, 0, 12, "hour");
      case MINUTE, ZERO_MINUTE ->
          fields.minute = digits(element == Element.ZERO_MINUTE, 0, 59, "minute");
      case SECOND, ZERO_SECOND -> {
        fields.second = digits(element == Element.ZERO_SECOND, 0, 59, "second");
        fractionNotInLayout(next.element());
      }
      case UPPER_PM -> half("PM", "AM");
      case LOWER_PM -> half("pm", "am");
      case ZONE -> abbreviation();
      case FRACTION_ZEROS -> fields.nanosecond = nanoseconds(take(1 + chunk.digits()));
      case FRACTION_NINES -> fraction();
      default -> zone(element);
    }
  }

  private String take(int length) {
    if (rest.length() < length) {
      throw new BadField(null);
    }
    String taken = rest.substring(0, length);
    rest = rest.substring(length);
    return taken;
  }

  private boolean digitAt(int index) {
    return index < rest.length() && rest.charAt(index) >= '0' && rest.charAt(index) <= '9';
  }

  /** A number that may have a sign and must be whole. */
  private static int number(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    int value = 0;
    for (int i = signed ? 1 : 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new BadField(null);
      }
      value = value * 10 + digit;
    }
    return text.startsWith("-") ? -value : value;
  }

  private int name(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (rest.regionMatches(true, 0, name, 0, name.length())) {
        rest = rest.substring(name.length());
        return i;
      }
    }
    throw new BadField(null);
  }

  private int digits(boolean two, int low, int high, String what) {
    if (!digitAt(0) || (two && !digitAt(1))) {
      throw new BadField(null);
    }
    int value = number(take(digitAt(1) ? 2 : 1));
    if (value < low || value > high) {
      throw new BadField(what);
    }
    return value;
  }

  private int threeDigits(boolean three) {
    int count = 0;
    while (count < 3 && digitAt(count)) {
      count++;
    }
    if (count == 0 || (three && count != 3)) {
      throw new BadField(null);
    }
    return number(take(count));
  }

  private void skipSpaces(int atMost) {
    for (int i = 0; i < atMost && rest.startsWith(" "); i++) {
      rest = rest.substring(1);
    }
  }

  private void half(String afternoon, String morning) {
    String half = take(2);
    if (half.equals(afternoon)) {
      fields.afternoon = true;
    } else if (half.equals(morning)) {
      fields.morning = true;
    } else {
      throw new BadField(null);
    }
  }

  private void fractionNotInLayout(Element next) {
    if (next == null || !next.isFraction()) {
      fraction();
    }
  }

  private void fraction() {
    if (rest.isEmpty() || !isSeparator(rest.charAt(0)) || !digitAt(1)) {
      return;
    }
    int end = 2;
    while (digitAt(end)) {
      end++;
    }
    fields.nanosecond = nanoseconds(take(end));
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == ',';
  }

  private static int nanoseconds(String fraction) {
    if (!isSeparator(fraction.charAt(0))) {
      throw new BadField(null);
    }
    String digits = fraction.substring(1, Math.min(fraction.length(), 10));
    int value = number(digits);
    if (value < 0) {
      throw new BadField("fractional second");
    }
    for (int i = digits.length(); i < 9; i++) {
      value *= 10;
    }
    return value;
  }

  private void abbreviation() {
    if (rest.startsWith("UTC")) {
      rest = rest.substring(3);
      fields.utc = true;
      return;
    }
    int length = ZoneText.length(rest);
    if (length == 0) {
      throw new BadField(null);
    }
    fields.zone = take(length);
  }

  private void zone(Element element) {
    if (element.isIso() && rest.startsWith("Z")) {
      rest = rest.substring(1);
      fields.utc = true;
      return;
    }
    String form = element.text();
    String value = take(form.length());
    int colon = element.hasColons() ? 1 : 0;
    for (int i = 3; colon == 1 && i < value.length(); i += 3) {
      if (value.charAt(i) != ':') {
        throw new BadField(null);
      }
    }
    // Not 23 and 59: some people do write offsets of 24 hours or 60 minutes.
    int hours = inRange(two(value, 1), 24, "hour");
    int minutes = element.hasOffsetMinutes() ? inRange(two(value, 3 + colon), 60, "minute") : 0;
    int seconds = element.hasOffsetSeconds() ? inRange(two(value, 5 + 2 * colon), 60, "second") : 0;
    char sign = value.charAt(0);
    if (sign != '+' && sign != '-') {
      throw new BadField(null);
    }
    int offset = (hours * 60 + minutes) * 60 + seconds;
    fields.offset = sign == '-' ? -offset : offset;
    fields.hasOffset = true;
  }

  private static int inRange(int value, int limit, String what) {
    if (value > limit) {
      throw new BadField("time zone offset " + what);
    }
    return value;
  }

  private static int two(String text, int at) {
    String digits = text.substring(at, at + 2);
    if (digits.charAt(0) < '0' || digits.charAt(0) > '9') {
      throw new BadField(null);
    }
    return number(digits);
  }
}
