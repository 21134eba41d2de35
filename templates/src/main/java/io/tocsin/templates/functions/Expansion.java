package io.tocsin.templates.functions;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** What replaces a match: literal texts and groups, such as {@code $1} or <code>${name}</code>. */
final class Expansion {
  /** A literal text, or with a group number that group. */
  private record Part(String literal, int group) {}

  private final List<Part> parts = new ArrayList<>();

  private Expansion() {}

  static Expansion literal(String text) {
    Expansion expansion = new Expansion();
    expansion.parts.add(new Part(text, -1));
    return expansion;
  }

  /** A name is the longest run of letters, digits and underscores; an unknown one is empty. */
  static Expansion of(Pattern pattern, String template) {
    Expansion expansion = new Expansion();
    int at = 0;
    for (int dollar = template.indexOf('$'); dollar >= 0; dollar = template.indexOf('$', at)) {
      expansion.literalPart(template.substring(at, dollar));
      if (template.startsWith("$$", dollar)) {
        expansion.literalPart("$");
        at = dollar + 2;
        continue;
      }
      at = expansion.name(pattern, template, dollar + 1);
    }
    expansion.literalPart(template.substring(at));
    return expansion;
  }

  private void literalPart(String text) {
    if (!text.isEmpty()) {
      parts.add(new Part(text, -1));
    }
  }

  /** Reads a name and returns where it ends; a dollar without one stands for itself. */
  private int name(Pattern pattern, String template, int from) {
    boolean braced = template.startsWith("{", from);
    int start = braced ? from + 1 : from;
    int end = start;
    while (end < template.length() && isWord(template.codePointAt(end))) {
      end += Character.charCount(template.codePointAt(end));
    }
    if (end == start || (braced && !template.startsWith("}", end))) {
      literalPart("$");
      return from;
    }
    group(pattern, template.substring(start, end));
    return braced ? end + 1 : end;
  }

  private static boolean isWord(int rune) {
    return rune == '_' || Character.isLetter(rune) || Character.isDigit(rune);
  }

  private void group(Pattern pattern, String name) {
    boolean isNumber = name.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean plain = isNumber && name.length() < 9 && (name.length() == 1 || name.charAt(0) != '0');
    int group =
        plain
            ? Integer.parseInt(name)
            : pattern.namedGroups().getOrDefault(name, Integer.MAX_VALUE);
    if (group <= pattern.groupCount()) {
      parts.add(new Part("", group));
    }
  }

  void appendTo(StringBuilder out, Matcher matcher) {
    for (Part part : parts) {
      String group = part.group < 0 ? null : matcher.group(part.group);
      out.append(part.literal).append(group == null ? "" : group);
    }
  }
}
