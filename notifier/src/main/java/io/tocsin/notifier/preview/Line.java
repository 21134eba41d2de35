package io.tocsin.notifier.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of a text. */
record Line(Kind kind, List<Span> spans) {
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*)");
  private static final Pattern QUOTE = Pattern.compile("(?:>|&gt;)\\s?(.*)");
  private static final Pattern ITEM = Pattern.compile("\\s*[-*+•]\\s+(.*)");

  /** What a line is. */
  enum Kind {
    TEXT,
    HEADING,
    QUOTE,
    ITEM,
    CODE,
    EMPTY
  }

  /** The lines of a text, without empty ones at its beginning and end. */
  static List<Line> of(String text, Markup markup) {
    List<Line> lines = new ArrayList<>();
    boolean code = false;
    for (String line : Printable.of(text).strip().split("\n", -1)) {
      boolean fence = markup != Markup.PLAIN && line.strip().startsWith("```");
      if (fence) {
        code = !code;
      } else {
        lines.add(code ? new Line(Kind.CODE, List.of(Span.plain(line))) : of(markup, line));
      }
    }
    return lines;
  }

  private static Line of(Markup markup, String line) {
    if (line.isBlank()) {
      return new Line(Kind.EMPTY, List.of());
    }
    if (markup == Markup.PLAIN) {
      return new Line(Kind.TEXT, List.of(Span.plain(line)));
    }
    Matcher quote = QUOTE.matcher(line);
    if (quote.matches()) {
      return new Line(Kind.QUOTE, Spans.of(unmarked(quote.group(1)), markup));
    }
    Matcher heading = HEADING.matcher(line);
    if (markup == Markup.MARKDOWN && heading.matches()) {
      return new Line(Kind.HEADING, Spans.of(heading.group(1), markup));
    }
    Matcher item = ITEM.matcher(line);
    return item.matches()
        ? new Line(Kind.ITEM, Spans.of(item.group(1), markup))
        : new Line(Kind.TEXT, Spans.of(line, markup));
  }

  /** An item in a quotation is shown as one. */
  private static String unmarked(String quoted) {
    Matcher item = ITEM.matcher(quoted);
    return item.matches() ? "• " + item.group(1) : quoted;
  }
}
