package io.tocsin.notifier.preview;

import io.tocsin.notifier.preview.Part.Bar;
import io.tocsin.notifier.preview.Part.Divider;
import io.tocsin.notifier.preview.Part.Facts;
import io.tocsin.notifier.preview.Part.Facts.Fact;
import io.tocsin.notifier.preview.Part.Heading;
import io.tocsin.notifier.preview.Part.Link;
import io.tocsin.notifier.preview.Part.Picture;
import io.tocsin.notifier.preview.Part.Text;
import io.tocsin.notifier.preview.Span.Look;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parts of a chat's message as HTML. */
final class HtmlParts {
  private static final Pattern COLOUR = Pattern.compile("#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");

  String part(Part part) {
    return switch (part) {
      case Heading(var text) -> "<div class=\"heading\">" + Html.escape(text) + "</div>\n";
      case Text(var text, var markup) -> text(text, markup);
      case Facts(var facts, var markup) -> facts(facts, markup);
      case Link(var title, var address) ->
          "<div class=\"button\">" + span(new Span(title, Look.LINK, address)) + "</div>\n";
      case Picture(var description) ->
          "<div class=\"picture\">" + Html.escape(description) + "</div>\n";
      case Divider() -> "<hr>\n";
      case Bar(var colour, var parts) ->
          "<div class=\"bar\"%s>\n%s</div>\n"
              .formatted(
                  border(colour), parts.stream().map(this::part).collect(Collectors.joining()));
    };
  }

  private static String border(String colour) {
    String known =
        switch (colour.toLowerCase(Locale.ROOT)) {
          case "good" -> "#2eb67d";
          case "warning" -> "#daa038";
          case "danger" -> "#a30200";
          default -> colour;
        };
    return COLOUR.matcher(known).matches()
        ? " style=\"border-color: #" + known.replace("#", "") + "\""
        : "";
  }

  private static String facts(List<Fact> facts, Markup markup) {
    StringBuilder rows = new StringBuilder("<table>\n");
    for (Fact fact : facts) {
      rows.append("<tr><th>")
          .append(Html.escape(fact.name()))
          .append("</th><td>")
          .append(text(fact.value(), markup))
          .append("</td></tr>\n");
    }
    return rows.append("</table>\n").toString();
  }

  private static String text(String text, Markup markup) {
    return Line.of(text, markup).stream().map(HtmlParts::line).collect(Collectors.joining());
  }

  private static String line(Line line) {
    String content = line.spans().stream().map(HtmlParts::span).collect(Collectors.joining());
    return "<div class=\"%s\">%s</div>\n"
        .formatted(line.kind().name().toLowerCase(Locale.ROOT), content);
  }

  private static String span(Span span) {
    String text = Html.escape(span.text());
    return switch (span.look()) {
      case PLAIN -> text;
      case BOLD -> "<b>" + text + "</b>";
      case ITALIC -> "<i>" + text + "</i>";
      case STRUCK -> "<s>" + text + "</s>";
      case CODE -> "<code>" + text + "</code>";
      case LINK ->
          span.opens()
              ? "<a rel=\"noopener noreferrer\" href=\""
                  + Html.escape(span.address())
                  + "\">"
                  + text
                  + "</a>"
              : text;
    };
  }
}
