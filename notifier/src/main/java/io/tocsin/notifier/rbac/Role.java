package io.tocsin.notifier.rbac;

import java.util.ArrayList;
import java.util.List;

/**
 * What may be done in a namespace, or in the whole cluster.
 *
 * @param namespace empty for the cluster
 * @param suffix tells it from other roles of the same namespace
 */
record Role(String namespace, String suffix, List<Rule> rules) {
  Role {
    rules = List.copyOf(rules);
  }

  /** With a further rule, as a part of that for the same objects if there is one. */
  Role and(Rule rule) {
    List<Rule> all = new ArrayList<>();
    boolean known = false;
    for (Rule each : rules) {
      boolean same = each.concernsTheSameAs(rule);
      all.add(same ? each.and(rule) : each);
      known |= same;
    }
    if (!known) {
      all.add(rule);
    }
    return new Role(namespace, suffix, all);
  }

  /** Without the rules that say no more than one of these. */
  Role less(List<Rule> permitted) {
    return new Role(
        namespace,
        suffix,
        rules.stream().filter(rule -> permitted.stream().noneMatch(rule::isPartOf)).toList());
  }
}
