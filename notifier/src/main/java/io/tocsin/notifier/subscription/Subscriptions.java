package io.tocsin.notifier.subscription;

import static java.util.stream.Collectors.groupingBy;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.Subscription;
import io.tocsin.notifier.config.WatchedResource;
import io.tocsin.notifier.subscription.Subscribed.Origin;
import io.tocsin.services.Destination;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is to be told about one object.
 *
 * @param list each trigger and destination once, in the order of the configuration
 * @param problems a sentence for each annotation that cannot be read
 */
public record Subscriptions(List<Subscribed> list, List<String> problems) {
  public Subscriptions {
    list = List.copyOf(list);
    problems = List.copyOf(problems);
  }

  /** Those of the ConfigMap, of the application's annotations and of its project's. */
  public static Subscriptions of(
      Configuration configuration, KubeObject application, Optional<KubeObject> project) {
    return of(configuration, Optional.empty(), application, project);
  }

  /**
   * The same about an object of any kind.
   *
   * @param resource what it is watched as, absent for an Application
   * @param parent the object whose annotations count as well
   */
  public static Subscriptions of(
      Configuration configuration,
      Optional<WatchedResource> resource,
      KubeObject object,
      Optional<KubeObject> parent) {
    Collector collector = new Collector(configuration, resource);
    configuration.subscriptions().stream()
        .filter(subscription -> concerns(subscription, resource))
        .filter(subscription -> subscription.selector().matches(object.labels()))
        .forEach(collector::global);
    collector.annotated(
        object, resource.isPresent() ? Origin.Kind.OBJECT : Origin.Kind.APPLICATION);
    parent.ifPresent(project -> collector.annotated(project, Origin.Kind.APP_PROJECT));
    return new Subscriptions(collector.list, collector.problems);
  }

  private static boolean concerns(Subscription subscription, Optional<WatchedResource> resource) {
    return resource
        .map(watched -> subscription.resources().contains(watched.name()))
        .orElseGet(() -> subscription.resources().isEmpty());
  }

  /** The subscriptions of each trigger, in order. */
  public Map<String, List<Subscribed>> byTrigger() {
    return list.stream()
        .collect(groupingBy(Subscribed::trigger, LinkedHashMap::new, Collectors.toList()));
  }

  private record Target(String trigger, Destination destination) {}

  private static final class Collector {
    private final Configuration configuration;
    private final Optional<WatchedResource> resource;
    private final List<Subscribed> list = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<Target> seen = new HashSet<>();

    Collector(Configuration configuration, Optional<WatchedResource> resource) {
      this.configuration = configuration;
      this.resource = resource;
    }

    private List<String> defaultTriggers() {
      return resource
          .map(WatchedResource::defaultTriggers)
          .orElseGet(configuration::defaultTriggers);
    }

    private List<String> defaultTriggers(Destination destination) {
      return resource
          .map(WatchedResource::defaultTriggers)
          .orElseGet(() -> configuration.defaultTriggers(destination));
    }

    void global(Subscription subscription) {
      Origin origin = new Origin(Origin.Kind.CONFIG_MAP, "subscriptions");
      List<String> triggers =
          subscription.triggers().isEmpty() ? defaultTriggers() : subscription.triggers();
      for (String trigger : triggers) {
        for (String recipient : subscription.recipients()) {
          Destination destination = configuration.destination(recipient);
          boolean byDefault = subscription.triggers().isEmpty();
          add(new Subscribed(trigger, destination, origin, byDefault));
        }
      }
    }

    void annotated(KubeObject object, Origin.Kind kind) {
      String prefix =
          resource.map(WatchedResource::annotationPrefix).orElse(WatchedResource.ANNOTATION_PREFIX);
      Annotations.Read read = Annotations.read(object.annotations(), prefix);
      read.problems()
          .forEach(problem -> problems.add(object.kind() + " " + object.key() + ": " + problem));
      for (Annotations.Entry entry : read.entries()) {
        Destination destination = configuration.destination(entry.recipient());
        List<String> triggers =
            entry.trigger().map(List::of).orElseGet(() -> defaultTriggers(destination));
        Origin origin = new Origin(kind, entry.annotation());
        boolean byDefault = entry.trigger().isEmpty();
        if (triggers.isEmpty()) {
          problems.add(
              "%s %s: annotation %s names no trigger, and there are no default triggers for %s"
                  .formatted(object.kind(), object.key(), entry.annotation(), destination));
        }
        triggers.forEach(trigger -> add(new Subscribed(trigger, destination, origin, byDefault)));
      }
    }

    private void add(Subscribed subscribed) {
      if (seen.add(new Target(subscribed.trigger(), subscribed.destination()))) {
        list.add(subscribed);
      }
    }
  }
}
