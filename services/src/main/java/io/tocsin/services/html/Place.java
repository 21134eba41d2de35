package io.tocsin.services.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a text stands in HTML.
 *
 * @param kind what surrounds it
 * @param tag the tag that it is in
 * @param name the attribute that it is in
 * @param quote what ends an attribute's value
 * @param value the value so far
 */
record Place(Kind kind, String tag, String name, char quote, String value) {
  /** What surrounds a text. */
  enum Kind {
    TEXT,
    TAG,
    ATTRIBUTE,
    COMMENT,
    RAW
  }

  static final Place START = new Place(Kind.TEXT, "", "", (char) 0, "");

  private static final Pattern TAG =
      Pattern.compile("<!--|<(/?[a-zA-Z][\\w-]*|/?$)", Pattern.CASE_INSENSITIVE);
  private static final Pattern IN_TAG =
      Pattern.compile(">|([^\\s=>/\"']+)\\s*=\\s*(\"|'|(?=[^\\s]|$))");
  private static final Set<String> RAW_TAGS = Set.of("script", "style");

  /** The place after a literal text. */
  Place after(String text) {
    Place place = this;
    String rest = text;
    while (!rest.isEmpty()) {
      Step step = place.step(rest);
      place = step.place();
      rest = rest.substring(step.read());
    }
    return place;
  }

  private record Step(Place place, int read) {}

  private Step step(String text) {
    return switch (kind) {
      case TEXT -> text(text);
      case TAG -> tag(text);
      case ATTRIBUTE -> attribute(text);
      case COMMENT -> until(text, "-->");
      case RAW -> until(text, "</" + tag);
    };
  }

  private Step text(String text) {
    Matcher matcher = TAG.matcher(text);
    if (!matcher.find()) {
      return new Step(this, text.length());
    }
    String found = matcher.group(1);
    Place next =
        found == null
            ? new Place(Kind.COMMENT, "", "", (char) 0, "")
            : inside(found.toLowerCase(Locale.ROOT));
    return new Step(next, matcher.end());
  }

  private Step tag(String text) {
    Matcher matcher = IN_TAG.matcher(text);
    if (!matcher.find()) {
      return new Step(this, text.length());
    }
    if (matcher.group(1) == null) {
      Place next = RAW_TAGS.contains(tag) ? new Place(Kind.RAW, tag, "", (char) 0, "") : START;
      return new Step(next, matcher.end());
    }
    char mark = matcher.group(2).isEmpty() ? ' ' : matcher.group(2).charAt(0);
    String attribute = matcher.group(1).toLowerCase(Locale.ROOT);
    return new Step(new Place(Kind.ATTRIBUTE, tag, attribute, mark, ""), matcher.end());
  }

  private Step attribute(String text) {
    int end = quote == ' ' ? unquotedEnd(text) : text.indexOf(quote);
    if (end < 0) {
      return new Step(new Place(kind, tag, name, quote, value + text), text.length());
    }
    return new Step(inside(tag), quote == ' ' ? end : end + 1);
  }

  private static Place inside(String tag) {
    return new Place(Kind.TAG, tag, "", (char) 0, "");
  }

  private static int unquotedEnd(String text) {
    Matcher end = Pattern.compile("[\\s>]").matcher(text);
    return end.find() ? end.start() : -1;
  }

  private Step until(String text, String end) {
    int found = text.toLowerCase(Locale.ROOT).indexOf(end);
    return found < 0
        ? new Step(this, text.length())
        : new Step(kind == Kind.RAW ? inside("/" + tag) : START, found + end.length());
  }

  /** The same place after a value was printed there. */
  Place afterValue() {
    return new Place(kind, tag, name, quote, value + "v");
  }

  /** Whether what is printed next goes on in the same way. */
  boolean like(Place other) {
    return kind == other.kind
        && tag.equals(other.tag)
        && name.equals(other.name)
        && quote == other.quote;
  }
}
