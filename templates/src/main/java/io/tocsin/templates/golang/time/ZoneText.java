package io.tocsin.templates.golang.time;

/** Recognises abbreviations of time zones in texts. */
final class ZoneText {
  private ZoneText() {}

  /** The length of the abbreviation that a text begins with; 0 when it begins with none. */
  static int length(String text) {
    if (text.length() < 3) {
      return 0;
    }
    if (text.startsWith("ChST") || text.startsWith("MeST")) {
      return 4;
    }
    if (text.startsWith("GMT")) {
      return 3 + offsetLength(text.substring(3));
    }
    if (text.charAt(0) == '+' || text.charAt(0) == '-') {
      return offsetLength(text);
    }
    int capitals = 0;
    while (capitals < 6 && capitals < text.length() && isCapital(text.charAt(capitals))) {
      capitals++;
    }
    return switch (capitals) {
      case 3 -> 3;
      case 4 -> text.charAt(3) == 'T' || text.startsWith("WITA") ? 4 : 0;
      case 5 -> text.charAt(4) == 'T' ? 5 : 0;
      default -> 0;
    };
  }

  /** The seconds that {@code GMT+3} and its like are ahead; 0 for other abbreviations. */
  static int offset(String abbreviation) {
    return abbreviation.length() > 3 && abbreviation.startsWith("GMT")
        ? Integer.parseInt(abbreviation.substring(3)) * 3600
        : 0;
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static int offsetLength(String text) {
    if (!text.startsWith("-") && !text.startsWith("+")) {
      return 0;
    }
    int end = 1;
    int value = 0;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      value = Math.min(value * 10 + text.charAt(end) - '0', 100);
      end++;
    }
    return end == 1 || value > 23 ? 0 : end;
  }
}
