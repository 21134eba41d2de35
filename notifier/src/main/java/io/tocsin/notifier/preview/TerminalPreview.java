package io.tocsin.notifier.preview;

import io.tocsin.notifier.preview.Part.Bar;
import io.tocsin.notifier.preview.Part.Divider;
import io.tocsin.notifier.preview.Part.Facts;
import io.tocsin.notifier.preview.Part.Facts.Fact;
import io.tocsin.notifier.preview.Part.Heading;
import io.tocsin.notifier.preview.Part.Link;
import io.tocsin.notifier.preview.Part.Picture;
import io.tocsin.notifier.preview.Part.Text;
import java.util.List;
import java.util.stream.Collectors;

/** Shows previews in a terminal. Not thread-safe. */
public final class TerminalPreview {
  private static final String INDENT = "  ";
  private static final String BAR = "┃ ";

  private final boolean styled;
  private final StringBuilder out = new StringBuilder();

  private TerminalPreview(boolean styled) {
    this.styled = styled;
  }

  /**
   * The text to print.
   *
   * @param styled whether the terminal knows bold and the like
   */
  public static String of(List<Preview> previews, boolean styled) {
    TerminalPreview terminal = new TerminalPreview(styled);
    previews.forEach(terminal::preview);
    return terminal.out.toString();
  }

  private void preview(Preview preview) {
    if (!out.isEmpty()) {
      out.append('\n');
    }
    String type = preview.service().equals(preview.type()) ? "" : " (" + preview.type() + ")";
    line("", bold(preview.service()) + type);
    view(preview.view());
  }

  /** What is shown of one, line by line, without a heading. */
  public static List<String> lines(Preview preview, boolean styled) {
    TerminalPreview terminal = new TerminalPreview(styled);
    terminal.view(preview.view());
    return terminal
        .out
        .toString()
        .lines()
        .map(line -> line.isEmpty() ? line : line.substring(INDENT.length()))
        .toList();
  }

  private void view(View view) {
    switch (view) {
      case View.Mail(var subject, var body, var html) -> {
        line(INDENT, bold("Subject:") + " " + Printable.of(subject));
        line(INDENT, "");
        text(INDENT, html ? HtmlText.of(body) : body, Markup.PLAIN);
      }
      case View.Chat(var parts) -> parts.forEach(part -> part(INDENT, part));
      case View.Request(var request, var body) -> {
        line(INDENT, bold(Printable.of(request)));
        if (!body.isBlank()) {
          text(INDENT, body, Markup.PLAIN);
        }
      }
      case View.Said(var yaml) -> text(INDENT, yaml, Markup.PLAIN);
      case View.Nothing() -> line(INDENT, "(the template says nothing for it)");
      case View.Failed(var reason) ->
          line(INDENT, "(cannot be rendered: " + Printable.of(reason) + ")");
    }
  }

  private void part(String indent, Part part) {
    switch (part) {
      case Heading(var text) -> line(indent, bold(Printable.of(text)));
      case Text(var text, var markup) -> text(indent, text, markup);
      case Facts(var facts, var markup) -> facts(indent, facts, markup);
      case Link(var title, var address) ->
          line(indent, "[" + bold(Printable.of(title)) + "] " + Printable.of(address));
      case Picture(var description) -> line(indent, "[picture: " + Printable.of(description) + "]");
      case Divider() -> line(indent, "────────");
      case Bar(_, var parts) -> parts.forEach(inner -> part(indent + BAR, inner));
    }
  }

  private void facts(String indent, List<Fact> facts, Markup markup) {
    int width = facts.stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
    for (Fact fact : facts) {
      String name = Printable.of(fact.name());
      String gap = width == 0 ? "" : " ".repeat(width - fact.name().length() + 2);
      boolean first = true;
      for (Line line : Line.of(fact.value(), markup)) {
        String before = first ? name + gap : " ".repeat(width == 0 ? 0 : width + 2);
        line(indent, before + spans(line));
        first = false;
      }
    }
  }

  private void text(String indent, String text, Markup markup) {
    for (Line line : Line.of(text, markup)) {
      switch (line.kind()) {
        case HEADING -> line(indent, bold(spans(line)));
        case QUOTE -> line(indent, "│ " + spans(line));
        case ITEM -> line(indent, "• " + spans(line));
        case CODE -> line(indent, "    " + spans(line));
        case TEXT, EMPTY -> line(indent, spans(line));
      }
    }
  }

  private String spans(Line line) {
    return line.spans().stream().map(this::span).collect(Collectors.joining());
  }

  private String span(Span span) {
    return switch (span.look()) {
      case BOLD -> bold(span.text());
      case ITALIC -> styled(3, span.text());
      case STRUCK -> styled(9, span.text());
      case CODE -> "`" + span.text() + "`";
      case LINK ->
          span.text().equals(span.address())
              ? styled(4, span.address())
              : span.text() + " <" + styled(4, span.address()) + ">";
      case PLAIN -> span.text();
    };
  }

  private String bold(String text) {
    return styled(1, text);
  }

  private String styled(int code, String text) {
    return styled && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  private void line(String indent, String text) {
    out.append((indent + text).stripTrailing()).append('\n');
  }
}
