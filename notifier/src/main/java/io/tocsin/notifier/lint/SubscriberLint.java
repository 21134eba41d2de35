package io.tocsin.notifier.lint;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.WatchedResource;
import io.tocsin.notifier.lint.source.Document;
import io.tocsin.notifier.lint.source.Position;
import io.tocsin.notifier.subscription.Subscribed;
import io.tocsin.notifier.subscription.Subscriptions;
import io.tocsin.services.Destination;
import io.tocsin.services.options.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Checks the subscriptions that Applications and AppProjects, or objects that are watched as
 * something else, hold as annotations.
 */
final class SubscriberLint {
  /** Another prefix may have other uses. */
  private static final String OURS = WatchedResource.ANNOTATION_PREFIX + "/";

  private static final String LEGACY = "recipients.argocd-notifications.argoproj.io";
  private static final List<String> FORMS = List.of("subscribe", "subscriptions");

  private final List<Checked> configurations;
  private final Configuration tolerant;
  private final Optional<WatchedResource> resource;
  private final String prefix;
  private final List<Finding> findings;
  private final Set<String> subscribed = new TreeSet<>();

  /**
   * @param configurations of which any may be meant
   * @param tolerant one with a default trigger, for which only the form of an annotation is wrong
   */
  SubscriberLint(List<Checked> configurations, Configuration tolerant, List<Finding> findings) {
    this(configurations, tolerant, Optional.empty(), findings);
  }

  /**
   * @param resource what the objects are watched as
   */
  SubscriberLint(
      Checked configuration,
      Configuration tolerant,
      WatchedResource resource,
      List<Finding> findings) {
    this(List.of(configuration), tolerant, Optional.of(resource), findings);
  }

  private SubscriberLint(
      List<Checked> configurations,
      Configuration tolerant,
      Optional<WatchedResource> resource,
      List<Finding> findings) {
    this.configurations = configurations;
    this.tolerant = tolerant;
    this.resource = resource;
    this.prefix =
        resource.map(WatchedResource::annotationPrefix).orElse(WatchedResource.ANNOTATION_PREFIX)
            + "/";
    this.findings = findings;
  }

  /** The triggers that were subscribed to. */
  Set<String> subscribed() {
    return subscribed;
  }

  void check(Manifest subscriber) {
    subscriber
        .document()
        .find("metadata.annotations")
        .ifPresent(
            annotations ->
                annotations.keys().stream()
                    .filter(name -> name.startsWith(prefix) || isLegacy(name))
                    .forEach(
                        name -> annotation(subscriber, name, annotations.get(name).orElseThrow())));
  }

  private boolean isLegacy(String name) {
    return resource.isEmpty() && name.endsWith(LEGACY);
  }

  private void annotation(Manifest subscriber, String name, Document at) {
    Object value = value(subscriber, name);
    int end = name.startsWith(prefix) ? endOfForm(name) : 0;
    String form = end == 0 ? "" : name.substring(prefix.length(), end);
    if (!(value instanceof String text)) {
      findings.add(Finding.error(at.position(), name, "must be a text; put the value in quotes"));
    } else if (!form.isEmpty() && !FORMS.contains(form)) {
      Optional<String> meant = Nearest.to(form, FORMS);
      if (meant.isPresent() || prefix.equals(OURS)) {
        findings.add(
            Finding.warning(
                at.position(),
                name,
                "is no subscription"
                    + meant
                        .map(near -> "; did you mean " + prefix + near + name.substring(end) + "?")
                        .orElse("")));
      }
    } else {
      subscriptions(alone(subscriber.object(), name, text), name, at.position());
    }
  }

  private int endOfForm(String name) {
    int dot = name.indexOf('.', prefix.length());
    return dot < 0 ? name.length() : dot;
  }

  private static Object value(Manifest subscriber, String name) {
    Object value =
        subscriber.object().at("metadata", "annotations") instanceof Map<?, ?> map
            ? map.get(name)
            : null;
    return value == null ? "" : value;
  }

  private static KubeObject alone(KubeObject object, String name, String value) {
    return new KubeObject(
        Map.of(
            "kind",
            object.kind(),
            "metadata",
            Map.of(
                "name",
                object.name(),
                "namespace",
                object.namespace(),
                "annotations",
                Map.of(name, value))));
  }

  private void subscriptions(KubeObject object, String name, Position position) {
    List<String> problems =
        Subscriptions.of(tolerant, resource.map(SubscriberLint::tolerant), object, Optional.empty())
            .problems();
    String place = "%s %s: annotation %s ".formatted(object.kind(), object.key(), name);
    problems.forEach(
        problem -> findings.add(Finding.error(position, name, problem.replace(place, ""))));
    List<Subscribed> all = new ArrayList<>();
    configurations.forEach(
        checked ->
            all.addAll(Subscriptions.of(bare(checked), resource, object, Optional.empty()).list()));
    if (problems.isEmpty() && all.isEmpty() && !configurations.isEmpty()) {
      findings.add(
          Finding.warning(
              position,
              name,
              "names no trigger, and there are no defaultTriggers: it tells nobody"));
    }
    for (Subscribed subscription : all) {
      subscribed.add(subscription.trigger());
      named(position, name, "trigger", subscription.trigger(), names -> names.triggers());
      fits(position, name, subscription.trigger());
      if (configurations.stream()
          .noneMatch(checked -> checked.names().serves(subscription.destination()))) {
        Destination to = subscription.destination();
        named(position, name, "service", to.service(), names -> names.services().keySet());
      }
    }
  }

  private void fits(Position position, String annotation, String trigger) {
    List<Optional<String>> sentences =
        configurations.stream()
            .map(checked -> new Mentions(checked.configuration()).misfit(trigger, resource))
            .toList();
    if (sentences.stream().allMatch(Optional::isPresent)) {
      sentences.stream()
          .findFirst()
          .flatMap(sentence -> sentence)
          .ifPresent(sentence -> findings.add(Finding.warning(position, annotation, sentence)));
    }
  }

  private void named(
      Position position,
      String annotation,
      String kind,
      String name,
      Function<Names, Set<String>> of) {
    Set<String> known = new TreeSet<>();
    configurations.forEach(checked -> known.addAll(of.apply(checked.names())));
    if (!known.contains(name)) {
      findings.add(
          Finding.error(
              position,
              annotation,
              "names the %s '%s', which is not defined%s"
                  .formatted(kind, name, Names.meant(name, known))));
    }
  }

  private static WatchedResource tolerant(WatchedResource resource) {
    return new WatchedResource(
        resource.name(),
        resource.group(),
        resource.version(),
        resource.type(),
        resource.namespaces(),
        resource.selector(),
        resource.variable(),
        resource.annotationPrefix(),
        List.of("any"));
  }

  /** The configuration without the subscriptions of its own. */
  private static Configuration bare(Checked checked) {
    Configuration all = checked.configuration();
    return new Configuration(
        all.source(),
        all.services(),
        all.triggers(),
        all.templates(),
        List.of(),
        all.defaultTriggers(),
        all.serviceDefaultTriggers(),
        all.resources(),
        all.readsChange(),
        all.context(),
        List.of());
  }
}
