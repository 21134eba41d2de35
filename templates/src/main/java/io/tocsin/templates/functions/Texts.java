package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFormat;
import io.tocsin.templates.golang.GoStrings;
import java.util.ArrayList;
import java.util.List;

/** What Go's package strings does, for strings whose bytes count. */
final class Texts {
  private Texts() {}

  /** A value as text, as Sprig's strval has it: bytes are a text, all else prints itself. */
  static String of(Object value) {
    return value instanceof byte[] bytes ? GoStrings.of(bytes) : GoFormat.sprint(value);
  }

  static String repeat(String text, long count) {
    if (count < 0) {
      throw new GoException("strings: negative Repeat count");
    }
    Limits.text(Math.multiplyHigh(count, text.length()) == 0 ? count * text.length() : -1L >>> 1);
    return text.repeat((int) (text.isEmpty() ? 0 : count));
  }

  /** Every {@code old} replaced; an empty one is found before each character and at the end. */
  static String replace(String text, String old, String replacement) {
    long found = old.isEmpty() ? text.length() + 1L : count(text, old);
    Limits.text(text.length() + found * (replacement.length() - (long) old.length()));
    if (!old.isEmpty()) {
      return text.replace(old, replacement);
    }
    StringBuilder out = new StringBuilder(replacement);
    text.codePoints().forEach(rune -> out.appendCodePoint(rune).append(replacement));
    return out.toString();
  }

  private static long count(String text, String part) {
    long count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  /**
   * The pieces between separators; with an empty one the characters.
   *
   * @param limit how many pieces at most, the last one with the rest; negative for all
   */
  static List<String> split(String text, String separator, long limit) {
    List<String> pieces = new ArrayList<>();
    if (limit == 0) {
      return pieces;
    }
    int start = 0;
    while (limit < 0 || pieces.size() < limit - 1) {
      int end;
      int next;
      if (separator.isEmpty()) {
        if (start >= text.length()) {
          return pieces;
        }
        end = text.offsetByCodePoints(start, 1);
        next = end;
      } else {
        end = text.indexOf(separator, start);
        next = end + separator.length();
      }
      if (end < 0) {
        break;
      }
      pieces.add(text.substring(start, end));
      start = next;
    }
    if (!separator.isEmpty() || start < text.length()) {
      pieces.add(text.substring(start));
    }
    Limits.elements(pieces.size());
    return pieces;
  }

  static String join(List<?> texts, String separator) {
    long length = 0;
    for (Object text : texts) {
      length += ((String) text).length() + (long) separator.length();
      Limits.text(length - separator.length());
    }
    StringBuilder out = new StringBuilder((int) length);
    for (int i = 0; i < texts.size(); i++) {
      out.append(i > 0 ? separator : "").append(texts.get(i));
    }
    return out.toString();
  }

  static String trimSpace(String text) {
    return trim(text, Runes::isSpace);
  }

  /** Without the leading and trailing characters that are in {@code cutset}. */
  static String trim(String text, String cutset) {
    return trim(text, rune -> cutset.indexOf(rune) >= 0);
  }

  private static String trim(String text, java.util.function.IntPredicate cut) {
    int start = 0;
    while (start < text.length() && cut.test(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    int end = text.length();
    while (end > start && cut.test(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  /** The first letter of each word in title case, as Go's deprecated strings.Title has it. */
  static String title(String text) {
    int[] runes = Runes.of(text);
    int before = ' ';
    for (int i = 0; i < runes.length; i++) {
      int rune = runes[i];
      if (isSeparator(before)) {
        runes[i] = Character.toTitleCase(rune);
      }
      before = rune;
    }
    return Runes.text(runes);
  }

  private static boolean isSeparator(int rune) {
    if (Character.isLetterOrDigit(rune) || rune == '_') {
      return false;
    }
    return rune < 0x80 || Runes.isSpace(rune);
  }
}
