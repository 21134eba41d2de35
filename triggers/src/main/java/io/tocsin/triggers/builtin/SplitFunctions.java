package io.tocsin.triggers.builtin;

import static io.tocsin.triggers.run.Values.text;

import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.GoTyped;
import io.tocsin.triggers.run.Failure;
import io.tocsin.triggers.run.Lists;
import io.tocsin.triggers.run.Run;
import io.tocsin.triggers.run.Site;
import io.tocsin.triggers.run.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Strings and lists of them. */
final class SplitFunctions {
  private static final int MAX_TEXT = 16 << 20;

  private SplitFunctions() {}

  static void addTo(Map<String, Site.Body> all) {
    all.put("split", (run, arguments) -> split(run, arguments, false));
    all.put("splitAfter", (run, arguments) -> split(run, arguments, true));
    all.put("replace", (run, arguments) -> replace(arguments));
    all.put("join", (run, arguments) -> join(arguments));
  }

  private static Object split(Run run, Object[] arguments, boolean keep) {
    String text = text(arguments[0]);
    String separator = text(arguments[1]);
    long limit = arguments.length > 2 ? Values.toLong(arguments[2]) : -1;
    List<String> parts = limit == 0 ? List.of() : parts(text, separator, limit, keep);
    run.budget().grow(parts.size());
    return GoTyped.list(GoType.STRINGS, parts);
  }

  private static List<String> parts(String text, String separator, long limit, boolean keep) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (limit < 0 || parts.size() < limit - 1) {
      int at = next(text, separator, from);
      if (at < 0) {
        break;
      }
      parts.add(text.substring(from, keep ? at + separator.length() : at));
      from = at + separator.length();
    }
    if (!separator.isEmpty() || from < text.length()) {
      parts.add(text.substring(from));
    }
    return parts;
  }

  /** Where the separator stands; an empty one stands between any two characters. */
  private static int next(String text, String separator, int from) {
    if (!separator.isEmpty()) {
      return text.indexOf(separator, from);
    }
    int next = from < text.length() ? text.offsetByCodePoints(from, 1) : from;
    return next < text.length() ? next : -1;
  }

  private static Object replace(Object[] arguments) {
    String text = text(arguments[0]);
    String old = text(arguments[1]);
    String with = text(arguments[2]);
    long limit = arguments.length > 3 ? Values.toLong(arguments[3]) : -1;
    if (old.equals(with) || limit == 0) {
      return text;
    }
    StringBuilder result = new StringBuilder();
    int from = 0;
    int search = 0;
    for (long count = 0; limit < 0 || count < limit; count++) {
      if (search > text.length()) {
        break;
      }
      int at = text.indexOf(old, search);
      if (at < 0) {
        break;
      }
      result.append(text, from, at).append(with);
      checkLength(result);
      from = at + old.length();
      search = old.isEmpty() ? after(text, at) : from;
    }
    return result.append(text, Math.min(from, text.length()), text.length()).toString();
  }

  private static int after(String text, int at) {
    return at < text.length() ? text.offsetByCodePoints(at, 1) : at + 1;
  }

  private static Object join(Object[] arguments) {
    String glue = arguments.length > 1 ? text(arguments[1]) : "";
    List<?> list = Lists.orNull(arguments[0]);
    String type = Values.typeName(arguments[0]);
    if (list == null || !(type.equals("[]string") || type.equals("[]interface {}"))) {
      throw NumberFunctions.invalid("join", arguments[0]);
    }
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < list.size(); i++) {
      joined.append(i == 0 ? "" : glue).append(text(list.get(i)));
      checkLength(joined);
    }
    return joined.toString();
  }

  private static void checkLength(StringBuilder text) {
    if (text.length() > MAX_TEXT) {
      throw new Failure("a string would be longer than " + MAX_TEXT + " characters");
    }
  }
}
