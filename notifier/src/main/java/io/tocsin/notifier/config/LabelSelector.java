package io.tocsin.notifier.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A label selector in Kubernetes' syntax: {@code a=b, c!=d, e in (f, g), h notin (i), j, !k}, and
 * {@code n>1}, {@code n<2} on whole numbers.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors">Label
 *     selectors</a>
 */
public record LabelSelector(String text, List<Requirement> requirements) {
  private static final String NAME = "[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?";
  private static final String KEY = "(?<key>([-a-z0-9.]+/)?" + NAME + ")";
  private static final String VALUE = "(" + NAME + ")?";
  private static final Pattern REQUIREMENT =
      Pattern.compile(
          "\\s*(?:(?<not>!)\\s*"
              + KEY
              + "|"
              + KEY.replace("<key>", "<setkey>")
              + "\\s+(?<set>in|notin)\\s*\\((?<values>[^()]*)\\)|"
              + KEY.replace("<key>", "<opkey>")
              + "\\s*(?<op>==|=|!=|>|<)\\s*(?<value>"
              + VALUE
              + ")|"
              + KEY.replace("<key>", "<has>")
              + ")\\s*(?:,|$)");

  public LabelSelector {
    requirements = List.copyOf(requirements);
  }

  /** One condition on one label. */
  public sealed interface Requirement {
    boolean matches(Map<String, String> labels);
  }

  record Exists(String key, boolean wanted) implements Requirement {
    @Override
    public boolean matches(Map<String, String> labels) {
      return labels.containsKey(key) == wanted;
    }
  }

  record In(String key, Set<String> values, boolean wanted) implements Requirement {
    @Override
    public boolean matches(Map<String, String> labels) {
      String value = labels.get(key);
      return wanted ? value != null && values.contains(value) : !values.contains(value);
    }
  }

  record Compare(String key, long bound, boolean greater) implements Requirement {
    @Override
    public boolean matches(Map<String, String> labels) {
      String value = labels.get(key);
      if (value == null || !value.matches("-?\\d{1,18}")) {
        return false;
      }
      long number = Long.parseLong(value);
      return greater ? number > bound : number < bound;
    }
  }

  /**
   * Parses a selector; an empty one matches everything.
   *
   * @throws ConfigurationException when it is none
   */
  public static LabelSelector parse(String text) {
    List<Requirement> requirements = new ArrayList<>();
    Matcher matcher = REQUIREMENT.matcher(text);
    int at = 0;
    while (at < text.length() && !text.substring(at).isBlank()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new ConfigurationException(
            "has a selector that does not parse: '%s', at '%s'".formatted(text, text.substring(at)));
      }
      requirements.add(requirement(text, matcher));
      at = matcher.end();
    }
    if (text.stripTrailing().endsWith(",")) {
      throw new ConfigurationException("has a selector that ends in a comma: '" + text + "'");
    }
    return new LabelSelector(text, requirements);
  }

  public boolean matches(Map<String, String> labels) {
    return requirements.stream().allMatch(requirement -> requirement.matches(labels));
  }

  private static Requirement requirement(String text, Matcher part) {
    if (part.group("has") != null) {
      return new Exists(part.group("has"), true);
    }
    if (part.group("not") != null) {
      return new Exists(part.group("key"), false);
    }
    if (part.group("set") != null) {
      return new In(part.group("setkey"), values(part), part.group("set").equals("in"));
    }
    String key = part.group("opkey");
    String value = part.group("value");
    return switch (part.group("op")) {
      case "!=" -> new In(key, Set.of(value), false);
      case ">" -> new Compare(key, number(text, value), true);
      case "<" -> new Compare(key, number(text, value), false);
      default -> new In(key, Set.of(value), true);
    };
  }

  private static Set<String> values(Matcher part) {
    Set<String> values = new TreeSet<>();
    for (String value : part.group("values").split(",", -1)) {
      values.add(value.strip());
    }
    return values;
  }

  private static long number(String text, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new ConfigurationException(
          "has a selector that compares with no whole number: '" + text + "'");
    }
  }
}
