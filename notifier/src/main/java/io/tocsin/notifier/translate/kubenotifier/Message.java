package io.tocsin.notifier.translate.kubenotifier;

import io.tocsin.notifier.config.Yaml;
import io.tocsin.services.html.Piece;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of an event: a Go template over the object where it has braces, else as it stands. */
record Message(String text) {
  /** What prints a value inside a JSON text, as Slack reads it. */
  private static final String VALUE =
      """
      {{define "value"}}{{print . | replace "&" "&amp;" | replace "<" "&lt;" | replace ">" "&gt;" \
      | toJson | trimPrefix "\\"" | trimSuffix "\\""}}{{end -}}
      """;

  private static final Set<String> CONTROL =
      Set.of("if", "else", "end", "range", "with", "define", "block", "template");

  /** Strings, which stay, and the variable that there is the object. */
  private static final Pattern ROOT =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|`[^`]*`|'(?:\\\\.|[^'\\\\])*'|[$](?!\\w)");

  private static final String OPEN = "{{";

  boolean isTemplate() {
    return text.contains(OPEN);
  }

  /** As a template of Tocsin. */
  String template() {
    if (!isTemplate()) {
      return text;
    }
    StringBuilder template = new StringBuilder();
    for (Piece piece : Piece.of(text)) {
      switch (piece) {
        case Piece.Literal(String literal) -> template.append(literal);
        case Piece.Action(String open, String body, String close) ->
            template.append(open).append(rooted(body)).append(close);
      }
    }
    return within(template);
  }

  /** The body of a request to an incoming webhook of Slack. */
  String hook(String channel, Level level) {
    String where = channel.isEmpty() ? "" : "\"channel\": " + Yaml.compact(channel) + ",\n ";
    return (isTemplate() ? VALUE : "")
        + """
        {%s"attachments": [{
          "color": "%s",
          "title": "Argo Kube Notifier",
          "text": "%s"}]}
        """
            .formatted(where.replace(OPEN, "{{\"{{\"}}"), level.color(), json());
  }

  /** What stands between the quotes of a JSON text. */
  private String json() {
    if (!isTemplate()) {
      return inner(text);
    }
    List<Piece> pieces = Piece.of(text);
    StringBuilder template = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      switch (pieces.get(i)) {
        case Piece.Literal(String literal) -> template.append(inner(trimmed(literal, pieces, i)));
        case Piece.Action action -> template.append(OPEN).append(printed(action)).append("}}");
      }
    }
    return within(template);
  }

  /** Spaces are cut here, as no template can cut an escaped line break. */
  private static String trimmed(String literal, List<Piece> pieces, int at) {
    boolean after = at > 0 && pieces.get(at - 1) instanceof Piece.Action it && trims(it.close());
    boolean before =
        at + 1 < pieces.size() && pieces.get(at + 1) instanceof Piece.Action it && trims(it.open());
    String cut = after ? literal.stripLeading() : literal;
    return before ? cut.stripTrailing() : cut;
  }

  private static boolean trims(String braces) {
    return braces.contains("-");
  }

  private static String printed(Piece.Action action) {
    String body = rooted(action.body().strip());
    return action.silent() || CONTROL.contains(action.word()) ? body : "template \"value\" " + body;
  }

  private static String inner(String literal) {
    String quoted = Yaml.compact(literal);
    return quoted.substring(1, quoted.length() - 1);
  }

  private static String rooted(String body) {
    return ROOT.matcher(body)
        .replaceAll(
            match -> Matcher.quoteReplacement(match.group().equals("$") ? "$.obj" : match.group()));
  }

  private static String within(StringBuilder template) {
    return "{{with .obj}}" + template + "{{end}}";
  }
}
