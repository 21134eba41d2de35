package io.tocsin.services.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;

/** Shortens texts, and marks that it did. */
public final class Texts {
  private static final String MARK = "…";

  private Texts() {}

  /** The first line that holds anything, without the marks of a heading. */
  public static String firstLine(String text) {
    return text.lines()
        .map(line -> line.replaceFirst("^[#>*\\s]+", "").strip())
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** A text of at most so many characters, a surrogate pair being one. */
  public static String characters(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most - 1)) + MARK;
  }

  /** A text of at most so many bytes in UTF-8. */
  public static String bytes(String text, int most) {
    if (text.getBytes(UTF_8).length <= most) {
      return text;
    }
    ByteBuffer room = ByteBuffer.allocate(most - MARK.getBytes(UTF_8).length);
    CharBuffer whole = CharBuffer.wrap(text);
    UTF_8.newEncoder().encode(whole, room, true);
    return text.substring(0, whole.position()) + MARK;
  }
}
