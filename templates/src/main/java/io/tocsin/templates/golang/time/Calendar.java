package io.tocsin.templates.golang.time;

/** Arithmetic of the proleptic Gregorian calendar on days since 1970-01-01. */
final class Calendar {
  static final long SECONDS_PER_DAY = 86_400;

  private static final int DAYS_PER_ERA = 146_097;
  private static final int DAYS_TO_1970 = 719_468;
  private static final int[] DAYS_BEFORE = {
    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365
  };

  private Calendar() {}

  /**
   * A day of the calendar.
   *
   * @param month 1 to 12
   * @param day 1 to 31
   */
  record Day(long year, int month, int day) {
    /** 1 to 366. */
    int ofYear() {
      return DAYS_BEFORE[month - 1] + day + (month > 2 && isLeap(year) ? 1 : 0);
    }
  }

  static boolean isLeap(long year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  /** The days of the months before {@code month} (1 to 13) in a year that is no leap year. */
  static int daysBefore(int month) {
    return DAYS_BEFORE[month - 1];
  }

  static int daysIn(int month, long year) {
    return month == 2 && isLeap(year) ? 29 : DAYS_BEFORE[month] - DAYS_BEFORE[month - 1];
  }

  /** The day's number; {@code month} and {@code day} may be out of range and are carried over. */
  static long days(long year, long month, long day) {
    long y = year + Math.floorDiv(month - 1, 12L);
    int m = Math.floorMod(month - 1, 12) + 1;
    long shifted = m <= 2 ? y - 1 : y;
    long era = Math.floorDiv(shifted, 400L);
    long yearOfEra = shifted - era * 400;
    int fromMarch = m > 2 ? m - 3 : m + 9;
    long dayOfEra =
        yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + (153 * fromMarch + 2) / 5 - 1;
    return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_1970 + day;
  }

  static Day day(long days) {
    long shifted = days + DAYS_TO_1970;
    long era = Math.floorDiv(shifted, (long) DAYS_PER_ERA);
    long dayOfEra = shifted - era * DAYS_PER_ERA;
    long yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / (DAYS_PER_ERA - 1)) / 365;
    long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int fromMarch = (int) ((5 * dayOfYear + 2) / 153);
    int day = (int) (dayOfYear - (153 * fromMarch + 2) / 5 + 1);
    int month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
    long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    return new Day(year, month, day);
  }

  /** 0 for Sunday to 6. */
  static int weekday(long days) {
    return Math.floorMod(days + 4, 7);
  }
}
