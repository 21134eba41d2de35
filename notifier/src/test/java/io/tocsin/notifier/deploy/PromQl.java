package io.tocsin.notifier.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a query names: as much of PromQL as the rules and the dashboards are written in. */
final class PromQl {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|\\[[^\\]]*\\]|[a-zA-Z_:][a-zA-Z0-9_:]*|[0-9][0-9a-z.]*|[=!<>]=|[=!]~|\\S");
  private static final Set<String> OPERATORS =
      Set.of("and", "or", "unless", "bool", "offset", "group_left", "group_right");
  private static final Set<String> GROUPINGS = Set.of("by", "without", "on", "ignoring");

  private final List<String> tokens;
  private final Map<String, Set<String>> metrics = new TreeMap<>();
  private final Set<String> grouped = new TreeSet<>();
  private int at;

  private PromQl(String query) {
    tokens = TOKEN.matcher(query).results().map(MatchResult::group).toList();
  }

  /**
   * What is asked of.
   *
   * @param metrics by name, the labels that are matched
   * @param grouped labels that results keep, or are joined by
   */
  record Named(Map<String, Set<String>> metrics, Set<String> grouped) {}

  static Named named(String query) {
    PromQl reader = new PromQl(query);
    while (reader.at < reader.tokens.size()) {
      reader.read();
    }
    return new Named(reader.metrics, reader.grouped);
  }

  /** The label and the metric of a dashboard's {@code label_values(metric, label)}. */
  static Optional<Named> labelValues(String query) {
    Matcher call = Pattern.compile("label_values\\((.*), (\\w+)\\)").matcher(query);
    return call.matches()
        ? Optional.of(new Named(named(call.group(1)).metrics(), Set.of(call.group(2))))
        : Optional.empty();
  }

  private void read() {
    String token = tokens.get(at++);
    if (GROUPINGS.contains(token)) {
      grouped.addAll(names("(", ")"));
    } else if (isName(token) && !OPERATORS.contains(token) && !isCall()) {
      metrics
          .computeIfAbsent(token, name -> new TreeSet<>())
          .addAll(next("{") ? names("{", "}") : List.of());
    }
  }

  private static boolean isName(String token) {
    return Character.isLetter(token.charAt(0)) || token.charAt(0) == '_';
  }

  private boolean isCall() {
    return next("(") || GROUPINGS.stream().anyMatch(this::next);
  }

  private boolean next(String token) {
    return at < tokens.size() && tokens.get(at).equals(token);
  }

  private List<String> names(String open, String close) {
    if (!next(open)) {
      throw new IllegalArgumentException("no " + open + " after " + tokens.get(at - 1));
    }
    List<String> names = new ArrayList<>();
    for (at++; !next(close); at++) {
      if (isName(tokens.get(at))) {
        names.add(tokens.get(at));
      }
    }
    at++;
    return names;
  }
}
