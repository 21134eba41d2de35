package io.tocsin.notifier.cluster;

import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.ClusterException;
import io.tocsin.controller.sync.cluster.Discovery;
import io.tocsin.notifier.config.WatchedResource;
import io.tocsin.notifier.pipeline.Configurations.Scoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds the kinds that the API server serves for what configurations have watched. Of one thread,
 * but for {@link #missing}.
 */
final class ServedKinds {
  private final Discovery discovery;
  private final BiConsumer<String, String> problems;
  private final Set<String> said = new HashSet<>();
  private final Set<String> failing = new HashSet<>();
  private volatile int missing;

  /**
   * Asks for nothing yet.
   *
   * @param problems takes the scope of a configuration, and what keeps a kind of it from being
   *     watched; once for as long as it lasts
   */
  ServedKinds(Discovery discovery, BiConsumer<String, String> problems) {
    this.discovery = discovery;
    this.problems = problems;
  }

  /** How many were not found. */
  int missing() {
    return missing;
  }

  /**
   * What can be watched.
   *
   * @param known what was found before, which is not asked for again
   * @param doubtful of what was found, that which is asked for again all the same; it stays until
   *     something else is served in its place
   */
  List<Definition> find(
      List<Scoped> configurations, List<Definition> known, Predicate<Definition> doubtful) {
    List<Definition> found = new ArrayList<>();
    Set<String> lasting = new HashSet<>();
    int unserved = 0;
    for (Scoped scoped : configurations) {
      for (WatchedResource resource : scoped.configuration().resources().values()) {
        Optional<Definition> last =
            known.stream().filter(definition -> definition.resource().equals(resource)).findFirst();
        Optional<ResourceKind> served =
            last.filter(doubtful.negate())
                .map(Definition::kind)
                .or(() -> ask(scoped, resource, lasting));
        served
            .or(() -> last.map(Definition::kind))
            .ifPresent(kind -> found.add(Definition.of(scoped, resource, kind)));
        unserved += served.isPresent() ? 0 : 1;
      }
    }
    said.retainAll(lasting);
    missing = unserved;
    return found;
  }

  /**
   * Tells of kinds that are served and cannot be watched.
   *
   * @param failure why not, or an empty string
   */
  void failing(List<Definition> definitions, Function<Definition, String> failure) {
    Set<String> lasting = new HashSet<>();
    for (Definition definition : definitions) {
      String why = failure.apply(definition);
      if (!why.isEmpty()) {
        String scope = definition.scoped().scope();
        String sentence = "resource.%s: %s".formatted(definition.resource().name(), why);
        lasting.add(scope + ":" + sentence);
        if (failing.add(scope + ":" + sentence)) {
          problems.accept(scope, sentence);
        }
      }
    }
    failing.retainAll(lasting);
  }

  private Optional<ResourceKind> ask(Scoped scoped, WatchedResource resource, Set<String> lasting) {
    String title =
        resource.version().isEmpty()
            ? resource.title()
            : resource.title() + " in version " + resource.version();
    try {
      Optional<ResourceKind> kind =
          discovery.find(resource.group(), resource.version(), resource.type());
      if (kind.isEmpty()) {
        say(scoped, resource, "the API server does not serve " + title, lasting);
      }
      return kind;
    } catch (ClusterException e) {
      say(
          scoped,
          resource,
          "the API server does not say whether it serves %s: %s".formatted(title, e.getMessage()),
          lasting);
      return Optional.empty();
    }
  }

  private void say(Scoped scoped, WatchedResource resource, String why, Set<String> lasting) {
    String sentence = "resource.%s: %s; it is watched once it does".formatted(resource.name(), why);
    String key = scoped.scope() + ":" + sentence;
    lasting.add(key);
    if (said.add(key)) {
      problems.accept(scoped.scope(), sentence);
    }
  }
}
