package io.tocsin.controller.health.lua;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** C's strftime, in English. */
final class DateFormat {
  private DateFormat() {}

  static String of(String pattern, ZonedDateTime time) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char letter = pattern.charAt(i);
      if (letter != '%' || i + 1 == pattern.length()) {
        result.append(letter);
      } else {
        result.append(field(pattern.charAt(++i), time));
      }
    }
    return result.toString();
  }

  private static String field(char letter, ZonedDateTime time) {
    String java =
        switch (letter) {
          case 'a' -> "EEE";
          case 'A' -> "EEEE";
          case 'b' -> "MMM";
          case 'B' -> "MMMM";
          case 'c' -> "dd MMM yy HH:mm zzz";
          case 'd' -> "dd";
          case 'D', 'x' -> "MM/dd/yy";
          case 'F' -> "yyyy-MM-dd";
          case 'H' -> "HH";
          case 'I' -> "hh";
          case 'j' -> "DDD";
          case 'm' -> "MM";
          case 'M' -> "mm";
          case 'p' -> "a";
          case 'S' -> "ss";
          case 'T', 'X' -> "HH:mm:ss";
          case 'y' -> "yy";
          case 'Y' -> "yyyy";
          case 'z' -> "xx";
          case 'Z' -> "zzz";
          default -> "";
        };
    return switch (letter) {
      case 's' -> Long.toString(time.toEpochSecond());
      case 'w' -> Integer.toString(time.getDayOfWeek().getValue() % 7);
      case '%' -> "%";
      default ->
          java.isEmpty()
              ? "%" + letter
              : DateTimeFormatter.ofPattern(java, Locale.ENGLISH).format(time);
    };
  }
}
