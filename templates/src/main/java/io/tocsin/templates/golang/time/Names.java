package io.tocsin.templates.golang.time;

import java.util.List;

/** The English names that layouts print. */
final class Names {
  static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  static final List<String> DAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");
  static final List<String> SHORT_MONTHS = MONTHS.stream().map(n -> n.substring(0, 3)).toList();
  static final List<String> SHORT_DAYS = DAYS.stream().map(n -> n.substring(0, 3)).toList();

  private Names() {}
}
