package io.tocsin.notifier.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;

/**
 * Where YAML does not parse.
 *
 * @param line from 1; 0 where it is not known
 * @param column from 1, in code points
 */
record YamlMark(int line, int column) {
  private static final YamlMark UNKNOWN = new YamlMark(0, 0);

  /** What is not closed is marked where it opens. */
  static YamlMark of(JacksonException e) {
    if (e.getCause() instanceof MarkedYamlEngineException marked) {
      boolean unclosed = String.valueOf(marked.getProblem()).contains("end of stream");
      Optional<Mark> mark = unclosed ? marked.getContextMark() : marked.getProblemMark();
      return mark.map(at -> new YamlMark(at.getLine() + 1, at.getColumn() + 1)).orElse(UNKNOWN);
    }
    return e.getLocation() == null || e.getLocation().getLineNr() < 1
        ? UNKNOWN
        : new YamlMark(e.getLocation().getLineNr(), Math.max(1, e.getLocation().getColumnNr()));
  }

  /** The place in the text, in UTF-16 indices; negative where it is not known. */
  int offset(String text) {
    if (line == 0) {
      return -1;
    }
    int start = 0;
    for (int i = 1; i < line && text.indexOf('\n', start) >= 0; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    int points = Math.min(column - 1, text.codePointCount(start, text.length()));
    return text.offsetByCodePoints(start, points);
  }

  /** The beginning of a sentence. */
  @Override
  public String toString() {
    return line == 0 ? "" : "line %d, column %d: ".formatted(line, column);
  }
}
