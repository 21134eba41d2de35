package io.tocsin.notifier.rbac;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What may be done with objects of a kind.
 *
 * @param names the only objects; none for all
 * @param remarks why, for people
 */
record Rule(
    String group,
    String plural,
    SortedSet<String> names,
    SortedSet<String> verbs,
    List<String> remarks) {
  Rule {
    remarks = List.copyOf(remarks);
  }

  static Rule of(String group, String plural, List<String> verbs, List<String> remarks) {
    return new Rule(group, plural, new TreeSet<>(), new TreeSet<>(verbs), remarks);
  }

  /** The same for these objects alone. */
  Rule only(SortedSet<String> objects) {
    return new Rule(group, plural, objects, verbs, remarks);
  }

  boolean concernsTheSameAs(Rule other) {
    return group.equals(other.group) && plural.equals(other.plural) && names.equals(other.names);
  }

  boolean isPartOf(Rule wider) {
    return concernsTheSameAs(wider) && wider.verbs.containsAll(verbs);
  }

  /** What both permit. */
  Rule and(Rule other) {
    SortedSet<String> all = new TreeSet<>(verbs);
    all.addAll(other.verbs);
    List<String> both = new ArrayList<>(remarks);
    Stream.of(other.remarks)
        .flatMap(List::stream)
        .filter(r -> !both.contains(r))
        .forEach(both::add);
    return new Rule(group, plural, names, all, both);
  }
}
