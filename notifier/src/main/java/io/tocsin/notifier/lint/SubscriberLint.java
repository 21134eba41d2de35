package io.tocsin.notifier.lint;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Configuration;
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

/** Checks the subscriptions that Applications and AppProjects hold as annotations. */
final class SubscriberLint {
  private static final String PREFIX = "notifications.argoproj.io/";
  private static final String LEGACY = "recipients.argocd-notifications.argoproj.io";
  private static final List<String> FORMS = List.of("subscribe", "subscriptions");

  private final List<Checked> configurations;
  private final Configuration tolerant;
  private final List<Finding> findings;
  private final Set<String> subscribed = new TreeSet<>();

  /**
   * @param configurations of which any may be meant
   * @param tolerant one with a default trigger, for which only the form of an annotation is wrong
   */
  SubscriberLint(List<Checked> configurations, Configuration tolerant, List<Finding> findings) {
    this.configurations = configurations;
    this.tolerant = tolerant;
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
                    .filter(name -> name.startsWith(PREFIX) || name.endsWith(LEGACY))
                    .forEach(
                        name -> annotation(subscriber, name, annotations.get(name).orElseThrow())));
  }

  private void annotation(Manifest subscriber, String name, Document at) {
    Object value = value(subscriber, name);
    int end = name.startsWith(PREFIX) ? endOfForm(name) : 0;
    String form = end == 0 ? "" : name.substring(PREFIX.length(), end);
    if (!(value instanceof String text)) {
      findings.add(Finding.error(at.position(), name, "must be a text; put the value in quotes"));
    } else if (!form.isEmpty() && !FORMS.contains(form)) {
      findings.add(
          Finding.warning(
              at.position(),
              name,
              "is no subscription"
                  + Nearest.to(form, FORMS)
                      .map(near -> "; did you mean " + PREFIX + near + name.substring(end) + "?")
                      .orElse("")));
    } else {
      subscriptions(alone(subscriber.object(), name, text), name, at.position());
    }
  }

  private static int endOfForm(String name) {
    int dot = name.indexOf('.', PREFIX.length());
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
    List<String> problems = Subscriptions.of(tolerant, object, Optional.empty()).problems();
    String prefix = "%s %s: annotation %s ".formatted(object.kind(), object.key(), name);
    problems.forEach(
        problem -> findings.add(Finding.error(position, name, problem.replace(prefix, ""))));
    List<Subscribed> all = new ArrayList<>();
    configurations.forEach(
        checked -> all.addAll(Subscriptions.of(bare(checked), object, Optional.empty()).list()));
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
      if (configurations.stream()
          .noneMatch(checked -> checked.names().serves(subscription.destination()))) {
        Destination to = subscription.destination();
        named(position, name, "service", to.service(), names -> names.services().keySet());
      }
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
