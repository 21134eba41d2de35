package io.tocsin.services.html;

import io.tocsin.templates.TemplateException;
import io.tocsin.templates.TemplateException.Phase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Rewrites a template so that each value it prints is escaped by its place: in text and attributes
 * as HTML, in a URL's query as a query, at a URL's beginning only where its scheme is harmless.
 * Where no escaping is safe (scripts, styles, event handlers, unquoted attributes), the template
 * does not compile.
 */
public final class HtmlEscaping {
  private static final Set<String> URLS =
      Set.of("href", "src", "action", "formaction", "background", "cite", "poster", "data");
  private static final String HARMLESS = "^(?:(?i:https?|mailto|tel):|[^:/?#]*(?:[/?#]|$))";

  private final String at;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Place> branches = new ArrayDeque<>();
  private Place place = Place.START;

  private HtmlEscaping(String at) {
    this.at = at;
  }

  /**
   * Rewrites a template of Go's language with Sprig.
   *
   * @param at the template and field, for errors
   * @throws TemplateException when a value stands where nothing makes it safe
   */
  public static String rewrite(String at, String source) {
    HtmlEscaping escaping = new HtmlEscaping(at);
    for (Piece piece : Piece.of(source)) {
      switch (piece) {
        case Piece.Literal(var text) -> escaping.literal(text);
        case Piece.Action action -> escaping.action(action);
      }
    }
    return escaping.out.toString();
  }

  private void literal(String text) {
    out.append(text);
    place = place.after(text);
  }

  private void action(Piece.Action action) {
    switch (action.word()) {
      case "if", "with", "range" -> branches.push(place);
      case "else" -> place = meet(branches.isEmpty() ? place : branches.peek());
      case "end" -> place = meet(branches.isEmpty() ? place : branches.pop());
      case "template", "block", "define" ->
          throw wrong("cannot follow " + action.word() + "; write the text in place");
      default -> {
        out.append(action.silent() ? action : escaped(action));
        return;
      }
    }
    out.append(action);
  }

  /** Each branch must end where it began, or nothing could be said of what follows. */
  private Place meet(Place beginning) {
    if (!place.like(beginning)) {
      throw wrong("needs each branch to end where it began, and one ends inside a tag");
    }
    return place.kind() == Place.Kind.ATTRIBUTE ? place : beginning;
  }

  private String escaped(Piece.Action action) {
    String rewritten =
        switch (place.kind()) {
          case TEXT -> piped(action, "html");
          case ATTRIBUTE -> inAttribute(action);
          case TAG -> throw wrong("cannot escape a value inside a tag, outside an attribute");
          case COMMENT -> throw wrong("cannot escape a value in a comment");
          case RAW -> throw wrong("cannot escape a value in <" + place.tag() + ">");
        };
    place = place.afterValue();
    return rewritten;
  }

  private String inAttribute(Piece.Action action) {
    String name = place.name();
    if (place.quote() == ' ') {
      throw wrong("cannot escape a value in the attribute " + name + " without quotes");
    }
    if (name.startsWith("on") || name.equals("style") || name.equals("srcdoc")) {
      throw wrong("cannot escape a value in the attribute " + name);
    }
    if (!URLS.contains(name)) {
      return piped(action, "html");
    }
    if (place.value().isBlank()) {
      return checkedUrl(action);
    }
    boolean query = place.value().contains("?") || place.value().contains("#");
    return piped(action, query ? "urlquery" : "html");
  }

  private static String piped(Piece.Action action, String function) {
    return action.open() + action.body().stripTrailing() + " | " + function + action.close();
  }

  private static String checkedUrl(Piece.Action action) {
    return action.open()
        + "$tocsinUrl := "
        + action.body().strip()
        + " | toString}}{{if regexMatch \""
        + HARMLESS
        + "\" $tocsinUrl}}{{$tocsinUrl | html}}{{else}}#{{end"
        + action.close();
  }

  private TemplateException wrong(String words) {
    return new TemplateException(Phase.PARSE, at + ": escape: html " + words);
  }
}
