package io.tocsin.templates.golang.time;

import java.util.List;

/** Finds the elements of a layout, one after the other. For one thread. */
final class LayoutScanner {
  private static final List<Element> TWO_DIGITS =
      List.of(
          Element.ZERO_MONTH,
          Element.ZERO_DAY,
          Element.ZERO_HOUR_12,
          Element.ZERO_MINUTE,
          Element.ZERO_SECOND,
          Element.YEAR);

  private final String layout;
  private Element element;
  private int start;
  private int end;

  LayoutScanner(String layout) {
    this.layout = layout;
  }

  /** Moves on to the next element; false when there is none, which then ends the layout. */
  boolean next() {
    for (int at = end; at < layout.length(); at++) {
      element = elementAt(layout, at);
      if (element != null) {
        // "_2006" is an underscore before a year
        start = element == Element.LONG_YEAR && layout.charAt(at) == '_' ? at + 1 : at;
        end = element.isFraction() ? endOfFraction(layout, at) : start + element.text().length();
        return true;
      }
    }
    element = null;
    start = layout.length();
    end = start;
    return false;
  }

  /** Null at the end of the layout. */
  Element element() {
    return element;
  }

  /** Where the element begins. */
  int start() {
    return start;
  }

  /** Where the element ends. */
  int end() {
    return end;
  }

  private static Element elementAt(String layout, int at) {
    return switch (layout.charAt(at)) {
      case 'J' -> named(layout, at, Element.LONG_MONTH, Element.MONTH);
      case 'M' -> {
        Element day = named(layout, at, Element.LONG_WEEKDAY, Element.WEEKDAY);
        yield day == null && layout.startsWith("MST", at) ? Element.ZONE : day;
      }
      case '0' -> zero(layout, at);
      case '1' -> layout.startsWith("15", at) ? Element.HOUR : Element.NUMBER_MONTH;
      case '2' -> layout.startsWith("2006", at) ? Element.LONG_YEAR : Element.DAY;
      case '_' -> underscore(layout, at);
      case '3' -> Element.HOUR_12;
      case '4' -> Element.MINUTE;
      case '5' -> Element.SECOND;
      case 'P' -> layout.startsWith("PM", at) ? Element.UPPER_PM : null;
      case 'p' -> layout.startsWith("pm", at) ? Element.LOWER_PM : null;
      case '-' -> first(Element.NUMBER_ZONES, layout, at);
      case 'Z' -> first(Element.ISO_ZONES, layout, at);
      case '.', ',' -> fraction(layout, at);
      default -> null;
    };
  }

  private static Element named(String layout, int at, Element full, Element abbreviated) {
    if (layout.startsWith(full.text(), at)) {
      return full;
    }
    if (!layout.startsWith(abbreviated.text(), at)) {
      return null;
    }
    int next = at + abbreviated.text().length();
    boolean lowerCase =
        next < layout.length() && layout.charAt(next) >= 'a' && layout.charAt(next) <= 'z';
    return lowerCase ? null : abbreviated;
  }

  private static Element zero(String layout, int at) {
    char next = at + 1 < layout.length() ? layout.charAt(at + 1) : ' ';
    if (next >= '1' && next <= '6') {
      return TWO_DIGITS.get(next - '1');
    }
    return layout.startsWith("002", at) ? Element.ZERO_YEAR_DAY : null;
  }

  private static Element underscore(String layout, int at) {
    if (layout.startsWith("_2006", at)) {
      return Element.LONG_YEAR;
    }
    if (layout.startsWith("_2", at)) {
      return Element.UNDER_DAY;
    }
    return layout.startsWith("__2", at) ? Element.UNDER_YEAR_DAY : null;
  }

  private static Element first(List<Element> candidates, String layout, int at) {
    for (Element candidate : candidates) {
      if (layout.startsWith(candidate.text(), at)) {
        return candidate;
      }
    }
    return null;
  }

  private static Element fraction(String layout, int at) {
    char digit = at + 1 < layout.length() ? layout.charAt(at + 1) : ' ';
    if (digit != '0' && digit != '9') {
      return null;
    }
    int end = endOfFraction(layout, at);
    if (end < layout.length() && layout.charAt(end) >= '0' && layout.charAt(end) <= '9') {
      return null;
    }
    return digit == '0' ? Element.FRACTION_ZEROS : Element.FRACTION_NINES;
  }

  private static int endOfFraction(String layout, int at) {
    int end = at + 1;
    while (end < layout.length() && layout.charAt(end) == layout.charAt(at + 1)) {
      end++;
    }
    return end;
  }
}
