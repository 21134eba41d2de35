package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoStrings;

/** Parts of texts by bytes, as Sprig counts them. */
final class Substrings {
  private static final String ELLIPSIS = "...";

  private Substrings() {}

  /** Go's {@code text[from:to]}; an end that is negative or too far is the end of the text. */
  static String between(long from, long to, String text) {
    int length = GoStrings.length(text);
    if (from < 0) {
      if (to < 0) {
        throw Args.bounds("[:" + to + "]");
      }
      if (to > length) {
        throw Args.bounds("[:" + to + "] with length " + length);
      }
      return GoStrings.slice(text, 0, (int) to);
    }
    long end = to < 0 || to > length ? length : to;
    if (from > end) {
      throw Args.bounds("[" + from + ":" + end + "]");
    }
    return GoStrings.slice(text, (int) from, (int) end);
  }

  /** The first bytes, or with a negative count the last. */
  static String truncate(long count, String text) {
    int length = GoStrings.length(text);
    if (count < 0 && length + count > 0) {
      return GoStrings.slice(text, (int) (length + count), length);
    }
    return count >= 0 && length > count ? GoStrings.slice(text, 0, (int) count) : text;
  }

  /**
   * The text cut to a width, with ellipses where it was cut.
   *
   * @param left the first byte to show; at most 4 means to show the beginning
   * @param width in bytes, ellipses included
   */
  static String abbreviate(long left, long width, String text) {
    int length = GoStrings.length(text);
    if (width < 4 || (left > 0 && width < 7) || length <= width) {
      return text;
    }
    int wide = (int) width;
    int offset = (int) Math.min(left, length);
    if (length - offset < wide - 3) {
      offset = length - (wide - 3);
    }
    if (offset <= 4) {
      return GoStrings.slice(text, 0, wide - 3) + ELLIPSIS;
    }
    if (offset + wide - 3 < length) {
      return ELLIPSIS + abbreviateEnd(wide - 3, GoStrings.slice(text, offset, length));
    }
    return ELLIPSIS + GoStrings.slice(text, length - (wide - 3), length);
  }

  private static String abbreviateEnd(int width, String text) {
    return GoStrings.length(text) <= width ? text : GoStrings.slice(text, 0, width - 3) + ELLIPSIS;
  }
}
