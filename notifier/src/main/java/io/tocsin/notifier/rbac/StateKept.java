package io.tocsin.notifier.rbac;

import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.Problem;
import io.tocsin.notifier.config.Subscription;
import io.tocsin.notifier.config.WatchedResource;
import io.tocsin.triggers.Condition;
import io.tocsin.triggers.Trigger;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether what was told about objects of a kind is written down on them. */
record StateKept(Configuration configuration) {
  private static final String TRIGGER = "trigger.";

  /** Why it is, if it is; an annotation can subscribe an object to any trigger. */
  Optional<String> on(WatchedResource resource) {
    Set<String> keeping = keeping();
    Set<String> subscribed =
        configuration.subscriptions().stream()
            .filter(entry -> entry.resources().contains(resource.name()))
            .map(Subscription::triggers)
            .flatMap(names -> (names.isEmpty() ? resource.defaultTriggers() : names).stream())
            .filter(keeping::contains)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!subscribed.isEmpty()) {
      return Optional.of(
          "patch: what %s told is kept as an annotation".formatted(some(subscribed)));
    }
    return keeping.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "patch: only if an annotation of an object subscribes to %s, which keeps what it told"
                .formatted(some(keeping)));
  }

  private static String some(Collection<String> triggers) {
    String first = triggers.iterator().next();
    return triggers.size() == 1 ? first : "%s and %d more".formatted(first, triggers.size() - 1);
  }

  /** A trigger that cannot be read may become one that does. */
  private Set<String> keeping() {
    Set<String> names =
        configuration.triggers().values().stream()
            .filter(trigger -> trigger.conditions().stream().anyMatch(StateKept::isKept))
            .map(Trigger::name)
            .collect(Collectors.toCollection(TreeSet::new));
    configuration.problems().stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .filter(problem -> problem.key().startsWith(TRIGGER))
        .map(problem -> problem.key().substring(TRIGGER.length()))
        .forEach(names::add);
    return names;
  }

  private static boolean isKept(Condition condition) {
    return !condition.aboutChange()
        || condition.oncePer().isPresent()
        || condition.timing().throttle().isPresent();
  }
}
