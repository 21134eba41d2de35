package io.tocsin.controller.kustomize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kubernetes' label selectors as text: {@code a=b,c!=d,e in (f,g),h notin (i),j,!k}.
 *
 * @param conditions all of which must hold
 */
record LabelSelector(List<Predicate<Map<String, String>>> conditions) {
  private static final Pattern COMMA = Pattern.compile(",(?![^(]*\\))");
  private static final Pattern SET = Pattern.compile("(\\S+)\\s+(in|notin)\\s*\\(([^)]*)\\)");
  private static final Pattern EQUAL = Pattern.compile("([^=!\\s]+)\\s*(==|=|!=)\\s*(\\S*)");
  private static final Pattern EXISTS = Pattern.compile("(!?)\\s*([^=!\\s]+)");

  static LabelSelector parse(Fields target, String field) {
    List<Predicate<Map<String, String>>> conditions = new ArrayList<>();
    String text = target.text(field).strip();
    if (!text.isEmpty()) {
      for (String part : COMMA.split(text)) {
        conditions.add(condition(target, field, part.strip()));
      }
    }
    return new LabelSelector(conditions);
  }

  boolean matches(Map<String, String> labels) {
    return conditions.stream().allMatch(condition -> condition.test(labels));
  }

  private static Predicate<Map<String, String>> condition(
      Fields target, String field, String text) {
    Matcher set = SET.matcher(text);
    if (set.matches()) {
      List<String> values = Arrays.stream(set.group(3).split(",")).map(String::strip).toList();
      String key = set.group(1);
      boolean in = set.group(2).equals("in");
      return labels -> in == (labels.containsKey(key) && values.contains(labels.get(key)));
    }
    Matcher equal = EQUAL.matcher(text);
    if (equal.matches()) {
      String key = equal.group(1);
      String value = equal.group(3);
      boolean wanted = !equal.group(2).equals("!=");
      return labels -> wanted == value.equals(labels.get(key));
    }
    Matcher exists = EXISTS.matcher(text);
    if (exists.matches()) {
      boolean wanted = exists.group(1).isEmpty();
      String key = exists.group(2);
      return labels -> wanted == labels.containsKey(key);
    }
    throw target.error("\"%s\" cannot be read: %s".formatted(field, text));
  }
}
