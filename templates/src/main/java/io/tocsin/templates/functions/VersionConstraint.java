package io.tocsin.templates.functions;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.tocsin.templates.golang.GoException;
import java.util.ArrayList;
import java.util.List;

/**
 * A constraint such as {@code >=1.2 <2 || ~3.4}. Rules: the library Masterminds/semver 3.3.
 *
 * @param alternatives of each of which all conditions must hold
 */
record VersionConstraint(List<List<VersionCondition>> alternatives) {
  private static final String OPERATORS = "=||!=|>|<|>=|=>|<=|=<|~|~>|\\^";
  private static final String VERSION =
      "v?([0-9|x|X|\\*]+)(\\.[0-9|x|X|\\*]+)?(\\.[0-9|x|X|\\*]+)?" + SemanticVersion.TAIL;
  private static final String CONDITION = "(" + OPERATORS + ")\\s*(" + VERSION + ")";

  private static final Pattern ONE = Pattern.compile("^\\s*" + CONDITION + "\\s*$");
  private static final Pattern ANY = Pattern.compile(CONDITION);
  private static final Pattern RANGE =
      Pattern.compile("\\s*(" + VERSION + ")\\s+-\\s+(" + VERSION + ")\\s*");
  private static final Pattern ALL =
      Pattern.compile("^(\\s*" + CONDITION + "\\s*)((?:\\s+|,\\s*)" + CONDITION + "\\s*)*$");

  /**
   * @throws GoException as the library words its errors
   */
  static VersionConstraint parse(String text) {
    List<List<VersionCondition>> alternatives = new ArrayList<>();
    for (String alternative : Texts.split(rangesRewritten(text), "||", -1)) {
      if (!ALL.matcher(alternative).find()) {
        throw improper(alternative);
      }
      List<String> found = new Regex(ANY).findAll(alternative, -1);
      List<String> conditions = found.isEmpty() ? List.of(alternative) : found;
      alternatives.add(conditions.stream().map(VersionConstraint::condition).toList());
    }
    return new VersionConstraint(List.copyOf(alternatives));
  }

  boolean allows(SemanticVersion version) {
    return alternatives.stream()
        .anyMatch(conditions -> conditions.stream().allMatch(c -> c.allows(version)));
  }

  private static GoException improper(String text) {
    return new GoException("improper constraint: " + text);
  }

  /** {@code 1 - 2} as {@code >= 1, <= 2}. */
  private static String rangesRewritten(String text) {
    String result = text;
    Matcher range = RANGE.matcher(text);
    while (range.find()) {
      String rewritten = ">= %s, <= %s ".formatted(range.group(1), range.group(11));
      int at = result.indexOf(range.group());
      result = result.substring(0, at) + rewritten + result.substring(at + range.group().length());
    }
    return result;
  }

  private static VersionCondition condition(String text) {
    Matcher parts = ONE.matcher(text);
    if (!parts.find()) {
      throw improper(text);
    }
    String operator = parts.group(1);
    String tail = parts.group(6) == null ? "" : parts.group(6);
    String major = parts.group(3);
    String minor = parts.group(4);
    String patch = parts.group(5);
    if (isWildcard(major)) {
      return new VersionCondition(operator, version("0.0.0" + tail), true, false, false);
    }
    if (isWildcard(minor)) {
      return new VersionCondition(operator, version(major + ".0.0" + tail), true, true, false);
    }
    if (isWildcard(patch)) {
      return new VersionCondition(
          operator, version(major + minor + ".0" + tail), true, false, true);
    }
    return new VersionCondition(operator, version(parts.group(2)), false, false, false);
  }

  private static boolean isWildcard(String part) {
    return part == null
        || switch (part) {
          case "", "x", "X", "*", ".x", ".X", ".*" -> true;
          default -> false;
        };
  }

  private static SemanticVersion version(String text) {
    try {
      return SemanticVersion.parse(text);
    } catch (GoException e) {
      throw new GoException("constraint Parser Error");
    }
  }
}
