package io.tocsin.notifier.lint;

import io.tocsin.notifier.config.WatchedResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks the keys that name further kinds to watch. */
record ResourceLint(Checked checked, List<Finding> findings) {
  /** Two keys that mean the same objects would tell everything twice. */
  void same() {
    Map<WatchedResource, String> seen = new HashMap<>();
    new TreeMap<>(checked.configuration().resources())
        .forEach(
            (name, resource) -> {
              String first = seen.putIfAbsent(meaning(resource), name);
              if (first != null) {
                findings.add(
                    Finding.warning(
                        checked.texts().position(key(name)),
                        key(name),
                        "means the same objects as resource." + first));
              }
            });
  }

  /**
   * Notes which nobody is told of.
   *
   * @param subscribed the names of those that an annotation subscribes an object of
   * @param subscribersAreHere whether there are such annotations at all
   */
  void unused(Set<String> subscribed, boolean subscribersAreHere) {
    Set<String> used = new TreeSet<>(subscribed);
    checked.configuration().subscriptions().forEach(entry -> used.addAll(entry.resources()));
    boolean annotationsCannot =
        checked.names().triggers().isEmpty() || checked.names().services().isEmpty();
    if (subscribersAreHere || annotationsCannot) {
      checked.names().resources().stream()
          .filter(name -> !used.contains(name))
          .forEach(
              name ->
                  findings.add(
                      Finding.note(
                          checked.texts().position(key(name)),
                          key(name),
                          annotationsCannot
                              ? "no subscription names it, and without a trigger and a service no"
                                  + " annotation can"
                              : "nobody in the input is subscribed to its objects")));
    }
  }

  private static WatchedResource meaning(WatchedResource resource) {
    return new WatchedResource(
        "",
        resource.group(),
        resource.version(),
        resource.type(),
        resource.namespaces().stream().sorted().distinct().toList(),
        resource.selector(),
        "",
        resource.annotationPrefix(),
        List.of());
  }

  private static String key(String name) {
    return "resource." + name;
  }
}
