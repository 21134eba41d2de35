package io.tocsin.notifier.rbac;

import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.NamespacePatterns;
import io.tocsin.notifier.config.WatchedResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What the controller must be permitted for the kinds that a configuration names. */
final class WatchRoles {
  private static final String EVERYWHERE = "";
  private static final String SUFFIX = "resources";
  private static final List<String> WATCHING = List.of("get", "list", "watch");

  /** Where Events about objects of the cluster are written. */
  private static final String DEFAULT_NAMESPACE = "default";

  private static final Rule EVENTS =
      Rule.of(
          "",
          "events",
          List.of("create", "get", "patch"),
          List.of("Events about them, such as of messages that are given up"));

  private final WatchedKinds kinds;
  private final SortedMap<String, Role> roles = new TreeMap<>();
  private final Set<String> placesOfEvents = new TreeSet<>();

  private WatchRoles(WatchedKinds kinds) {
    this.kinds = kinds;
  }

  /**
   * The roles, that of the cluster first; none where no further kinds are watched.
   *
   * @param served asks the API for a kind that is none of Kubernetes itself; empty where it does
   *     not serve it, or nobody answers
   */
  static List<Role> of(
      List<Configuration> configurations,
      Function<WatchedResource, Optional<ResourceKind>> served) {
    WatchRoles watching = new WatchRoles(new WatchedKinds(served));
    for (Configuration configuration : configurations) {
      StateKept kept = new StateKept(configuration);
      new TreeMap<>(configuration.resources())
          .values()
          .forEach(resource -> watching.add(resource, kept.on(resource)));
    }
    return watching.inOrder();
  }

  private void add(WatchedResource resource, Optional<String> state) {
    WatchedKind kind = kinds.of(resource);
    Rule rule = rule(resource, kind, state);
    List<String> places = kind.namespaced() ? places(resource) : List.of(EVERYWHERE);
    places.forEach(place -> grant(place, rule));
    placesOfEvents.addAll(kind.namespaced() ? places : List.of(DEFAULT_NAMESPACE));
  }

  private static Rule rule(WatchedResource resource, WatchedKind kind, Optional<String> state) {
    List<String> verbs = new ArrayList<>(WATCHING);
    state.ifPresent(_ -> verbs.add("patch"));
    List<String> remarks = new ArrayList<>(List.of("resource." + resource.name()));
    if (kind.guessed()) {
      remarks.add(
          "guessed, as no API server was found that has %s: see `kubectl api-resources`"
              .formatted(resource.title()));
    }
    state.ifPresent(remarks::add);
    return Rule.of(kind.group(), kind.plural(), verbs, remarks);
  }

  private static List<String> places(WatchedResource resource) {
    boolean named =
        !resource.namespaces().isEmpty()
            && resource.namespaces().stream().allMatch(NamespacePatterns::isName);
    return named ? resource.namespaces() : List.of(EVERYWHERE);
  }

  private void grant(String place, Rule rule) {
    roles.put(place, roles.getOrDefault(place, new Role(place, SUFFIX, List.of())).and(rule));
  }

  /** What may be done everywhere need not be permitted in a namespace. */
  private List<Role> inOrder() {
    placesOfEvents.forEach(place -> grant(place, EVENTS));
    List<Rule> everywhere =
        Optional.ofNullable(roles.get(EVERYWHERE)).map(Role::rules).orElse(List.of());
    return roles.values().stream()
        .map(role -> role.namespace().equals(EVERYWHERE) ? role : role.less(everywhere))
        .filter(role -> !role.rules().isEmpty())
        .toList();
  }
}
