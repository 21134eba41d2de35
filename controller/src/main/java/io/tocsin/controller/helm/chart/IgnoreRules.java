package io.tocsin.controller.helm.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which files of a directory are no part of the chart. Rules: Helm's .helmignore. */
final class IgnoreRules {
  private record Rule(Pattern path, boolean baseOnly, boolean negated, boolean directories) {
    boolean matches(String candidate) {
      String text = baseOnly ? candidate.substring(candidate.lastIndexOf('/') + 1) : candidate;
      return path.matcher(text).matches();
    }
  }

  private final List<Rule> rules = new ArrayList<>();

  /**
   * @param text of .helmignore; empty when there is none
   */
  IgnoreRules(String text) {
    text.lines().forEach(this::add);
    add("templates/.?*");
  }

  private void add(String line) {
    String rule = line.strip();
    if (rule.isEmpty() || rule.startsWith("#")) {
      return;
    }
    if (rule.contains("**")) {
      throw new HelmException(
          ".helmignore: the rule " + rule + " has **, which Helm does not know");
    }
    boolean negated = rule.startsWith("!");
    rule = negated ? rule.substring(1) : rule;
    boolean directories = rule.endsWith("/");
    rule = directories ? rule.substring(0, rule.length() - 1) : rule;
    boolean baseOnly = !rule.contains("/");
    String path = rule.startsWith("/") ? rule.substring(1) : rule;
    rules.add(new Rule(Globs.name(path), baseOnly, negated, directories));
  }

  /** Whether the file is ignored, or one of the directories it is in. */
  boolean ignores(String file) {
    for (int slash = file.indexOf('/'); slash >= 0; slash = file.indexOf('/', slash + 1)) {
      if (ignores(file.substring(0, slash), true)) {
        return true;
      }
    }
    return ignores(file, false);
  }

  private boolean ignores(String path, boolean directory) {
    for (Rule rule : rules) {
      if (rule.negated()) {
        if ((rule.directories() && !directory) || !rule.matches(path)) {
          return true;
        }
      } else if ((!rule.directories() || directory) && rule.matches(path)) {
        return true;
      }
    }
    return false;
  }
}
