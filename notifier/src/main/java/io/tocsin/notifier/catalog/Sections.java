package io.tocsin.notifier.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a mapping by its outermost keys, so that some of them go and the rest stays as it was
 * written.
 */
record Sections(Map<String, String> byKey) {
  private static final Pattern SECTION = Pattern.compile("(?m)^([\\w-]+):.*\\n(?:(?: .*)?\\n)*");

  static Sections of(String text) {
    return new Sections(
        SECTION
            .matcher(text)
            .results()
            .collect(
                Collectors.toMap(
                    result -> result.group(1),
                    MatchResult::group,
                    (first, _) -> first,
                    LinkedHashMap::new)));
  }

  String only(Predicate<String> wanted) {
    return byKey.entrySet().stream()
        .filter(section -> wanted.test(section.getKey()))
        .map(Map.Entry::getValue)
        .collect(Collectors.joining());
  }
}
