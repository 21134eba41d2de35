package io.tocsin.templates.parse;

import java.nio.charset.StandardCharsets;

/**
 * A template's text.
 *
 * @param name where it comes from, as messages say it
 */
public record Source(String name, String text) {
  /** Name, line from 1 and column in bytes from 0, as Go's messages have them. */
  public String location(int position) {
    String before = text.substring(0, position);
    int lineStart = before.lastIndexOf('\n') + 1;
    long line = 1 + before.chars().filter(c -> c == '\n').count();
    int column = before.substring(lineStart).getBytes(StandardCharsets.UTF_8).length;
    return name + ":" + line + ":" + column;
  }

  /** The line, from 1. */
  long line(int position) {
    return 1 + text.substring(0, position).chars().filter(c -> c == '\n').count();
  }
}
