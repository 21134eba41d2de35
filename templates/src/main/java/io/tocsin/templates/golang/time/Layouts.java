package io.tocsin.templates.golang.time;

/** The layouts that Go has names for, in terms of its reference time. */
public final class Layouts {
  public static final String LAYOUT = "01/02 03:04:05PM '06 -0700";
  public static final String ANSIC = "Mon Jan _2 15:04:05 2006";
  public static final String UNIX_DATE = "Mon Jan _2 15:04:05 MST 2006";
  public static final String RUBY_DATE = "Mon Jan 02 15:04:05 -0700 2006";
  public static final String RFC_822 = "02 Jan 06 15:04 MST";
  public static final String RFC_822_Z = "02 Jan 06 15:04 -0700";
  public static final String RFC_850 = "Monday, 02-Jan-06 15:04:05 MST";
  public static final String RFC_1123 = "Mon, 02 Jan 2006 15:04:05 MST";
  public static final String RFC_1123_Z = "Mon, 02 Jan 2006 15:04:05 -0700";
  public static final String RFC_3339 = "2006-01-02T15:04:05Z07:00";
  public static final String RFC_3339_NANO = "2006-01-02T15:04:05.999999999Z07:00";
  public static final String KITCHEN = "3:04PM";
  public static final String STAMP = "Jan _2 15:04:05";
  public static final String STAMP_MILLI = "Jan _2 15:04:05.000";
  public static final String STAMP_MICRO = "Jan _2 15:04:05.000000";
  public static final String STAMP_NANO = "Jan _2 15:04:05.000000000";

  /** How a time prints itself. */
  static final String DEFAULT = "2006-01-02 15:04:05.999999999 -0700 MST";

  private Layouts() {}
}
