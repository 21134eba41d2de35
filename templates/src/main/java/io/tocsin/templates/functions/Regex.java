package io.tocsin.templates.functions;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** An expression with Go's rules for what follows a match, above all an empty one. */
record Regex(Pattern pattern) {

  private record Match(int start, int end) {}

  boolean matches(String text) {
    return pattern.matcher(text).find();
  }

  /** The first match; an empty text when there is none. */
  String find(String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group() : "";
  }

  /**
   * @param limit how many at most; negative for all
   */
  List<String> findAll(String text, long limit) {
    return all(text, limit).stream().map(m -> text.substring(m.start, m.end)).toList();
  }

  private List<Match> all(String text, long limit) {
    List<Match> matches = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    int at = 0;
    int lastEnd = -1;
    while (at <= text.length() && (limit < 0 || matches.size() < limit) && matcher.find(at)) {
      Match match = new Match(matcher.start(), matcher.end());
      // An empty match right after a match is none.
      boolean accepted = match.end != at || match.start != lastEnd;
      at = match.end == at ? after(text, at) : match.end;
      lastEnd = match.end;
      if (accepted) {
        matches.add(match);
      }
    }
    return matches;
  }

  private static int after(String text, int at) {
    return at < text.length() ? text.offsetByCodePoints(at, 1) : at + 1;
  }

  /**
   * The texts between matches.
   *
   * @param limit how many at most, the last one with the rest; negative for all
   */
  List<String> split(String text, long limit) {
    if (limit == 0) {
      return List.of();
    }
    if (!pattern.pattern().isEmpty() && text.isEmpty()) {
      return List.of("");
    }
    List<String> pieces = new ArrayList<>();
    int start = 0;
    int end = 0;
    for (Match match : all(text, limit)) {
      if (limit > 0 && pieces.size() == limit - 1) {
        break;
      }
      end = match.start;
      if (match.end != 0) {
        pieces.add(text.substring(start, end));
      }
      start = match.end;
    }
    if (end != text.length()) {
      pieces.add(text.substring(start));
    }
    return pieces;
  }

  String replaceAll(String text, Expansion expansion) {
    StringBuilder out = new StringBuilder(text.length());
    Matcher matcher = pattern.matcher(text);
    int at = 0;
    int lastEnd = 0;
    while (at <= text.length() && matcher.find(at)) {
      out.append(text, lastEnd, matcher.start());
      if (matcher.end() > lastEnd || matcher.start() == 0) {
        expansion.appendTo(out, matcher);
        Limits.text(out.length());
      }
      lastEnd = matcher.end();
      at = Math.max(lastEnd, after(text, at));
    }
    return out.append(text, lastEnd, text.length()).toString();
  }
}
