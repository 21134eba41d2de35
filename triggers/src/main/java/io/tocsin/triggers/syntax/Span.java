package io.tocsin.triggers.syntax;

/**
 * The place of a node in its source, in UTF-16 indices.
 *
 * @param from where its text begins
 * @param to where its text ends, exclusively
 * @param at what an error points to: the operator, the name of a member
 */
public record Span(int from, int to, int at) {
  /** The line and column of {@link #at}, both from 1, as errors end with them: {@code (1:8)}. */
  public String position(String source) {
    return position(source, at);
  }

  static String position(String source, int index) {
    int end = Math.min(index, source.length());
    int line = 1 + (int) source.substring(0, end).chars().filter(c -> c == '\n').count();
    int start = source.lastIndexOf('\n', end - 1) + 1;
    return "(%d:%d)".formatted(line, 1 + source.codePointCount(start, end));
  }

  /** The text of the node. */
  public String text(String source) {
    return source.substring(from, to);
  }
}
