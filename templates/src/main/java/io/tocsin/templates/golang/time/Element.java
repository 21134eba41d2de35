package io.tocsin.templates.golang.time;

import java.util.List;

/** What an element of a layout stands for. */
enum Element {
  LONG_MONTH("January"),
  MONTH("Jan"),
  NUMBER_MONTH("1"),
  ZERO_MONTH("01"),
  LONG_WEEKDAY("Monday"),
  WEEKDAY("Mon"),
  DAY("2"),
  UNDER_DAY("_2"),
  ZERO_DAY("02"),
  UNDER_YEAR_DAY("__2"),
  ZERO_YEAR_DAY("002"),
  HOUR("15"),
  HOUR_12("3"),
  ZERO_HOUR_12("03"),
  MINUTE("4"),
  ZERO_MINUTE("04"),
  SECOND("5"),
  ZERO_SECOND("05"),
  LONG_YEAR("2006"),
  YEAR("06"),
  UPPER_PM("PM"),
  LOWER_PM("pm"),
  ZONE("MST"),
  ISO_ZONE("Z0700"),
  ISO_SECONDS_ZONE("Z070000"),
  ISO_SHORT_ZONE("Z07"),
  ISO_COLON_ZONE("Z07:00"),
  ISO_COLON_SECONDS_ZONE("Z07:00:00"),
  NUMBER_ZONE("-0700"),
  NUMBER_SECONDS_ZONE("-070000"),
  NUMBER_SHORT_ZONE("-07"),
  NUMBER_COLON_ZONE("-07:00"),
  NUMBER_COLON_SECONDS_ZONE("-07:00:00"),
  FRACTION_ZEROS(".0"),
  FRACTION_NINES(".9");

  /** The zones in the order in which a layout is searched for them. */
  static final List<Element> NUMBER_ZONES =
      List.of(
          NUMBER_SECONDS_ZONE,
          NUMBER_COLON_SECONDS_ZONE,
          NUMBER_ZONE,
          NUMBER_COLON_ZONE,
          NUMBER_SHORT_ZONE);

  static final List<Element> ISO_ZONES =
      List.of(ISO_SECONDS_ZONE, ISO_COLON_SECONDS_ZONE, ISO_ZONE, ISO_COLON_ZONE, ISO_SHORT_ZONE);

  private final String text;

  Element(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** A numeric zone, with {@code Z} for UTC or without. */
  boolean isOffset() {
    return isIso() || text.charAt(0) == '-';
  }

  boolean isIso() {
    return text.charAt(0) == 'Z';
  }

  boolean hasColons() {
    return isOffset() && text.contains(":");
  }

  boolean hasOffsetMinutes() {
    return isOffset() && text.length() > 3;
  }

  boolean hasOffsetSeconds() {
    return isOffset() && text.length() >= 7 && !text.endsWith("7:00");
  }

  boolean isFraction() {
    return this == FRACTION_ZEROS || this == FRACTION_NINES;
  }
}
