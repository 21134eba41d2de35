package io.tocsin.controller.reconcile;

import io.tocsin.controller.project.Glob;
import io.tocsin.controller.tree.Documents;
import io.tocsin.controller.tree.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code resource.exclusions} and {@code resource.inclusions} of {@code argocd-cm}: which kinds are
 * managed at all.
 *
 * @param exclusions those that match are not
 * @param inclusions when there are some, only those that match are
 */
record ResourceFilter(List<Rule> exclusions, List<Rule> inclusions, List<String> problems) {

  /** Globs; an empty list fits all. */
  record Rule(List<Glob> groups, List<Glob> kinds, List<Glob> clusters) {
    boolean fits(String group, String kind, String cluster) {
      return any(groups, group) && any(kinds, kind) && any(clusters, cluster);
    }

    private static boolean any(List<Glob> globs, String text) {
      return globs.isEmpty() || globs.stream().anyMatch(glob -> glob.matches(text));
    }
  }

  static ResourceFilter of(Map<String, String> data) {
    List<String> problems = new ArrayList<>();
    return new ResourceFilter(
        rules(data, "resource.exclusions", problems),
        rules(data, "resource.inclusions", problems),
        problems);
  }

  private static List<Rule> rules(Map<String, String> data, String key, List<String> problems) {
    List<Rule> rules = new ArrayList<>();
    try {
      for (Object document : Documents.yaml(key, data.getOrDefault(key, ""))) {
        if (!(document instanceof List<?> list)) {
          throw new SourceException(key + " is no list");
        }
        for (Object each : list) {
          Map<String, Object> rule =
              Documents.asMapping(each)
                  .orElseThrow(() -> new SourceException(key + " holds what is no mapping"));
          rules.add(
              new Rule(globs(rule, "apiGroups"), globs(rule, "kinds"), globs(rule, "clusters")));
        }
      }
    } catch (SourceException e) {
      problems.add(e.getMessage());
      return List.of();
    }
    return List.copyOf(rules);
  }

  private static List<Glob> globs(Map<String, Object> rule, String field) {
    return rule.get(field) instanceof List<?> list
        ? list.stream().map(each -> Glob.of(String.valueOf(each))).toList()
        : List.of();
  }

  boolean excludes(String group, String kind, String cluster) {
    boolean included =
        inclusions.isEmpty()
            || inclusions.stream().anyMatch(rule -> rule.fits(group, kind, cluster));
    return !included || exclusions.stream().anyMatch(rule -> rule.fits(group, kind, cluster));
  }
}
