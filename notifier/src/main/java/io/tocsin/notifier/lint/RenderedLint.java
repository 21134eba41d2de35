package io.tocsin.notifier.lint;

import io.tocsin.notifier.config.Place;
import io.tocsin.notifier.lint.source.Position;
import io.tocsin.notifier.sample.Sample;
import io.tocsin.services.Destination;
import io.tocsin.services.Notification;
import io.tocsin.services.registry.NotificationTemplate;
import io.tocsin.services.registry.ServiceTypes;
import io.tocsin.services.spi.ServiceType;
import io.tocsin.templates.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renders templates with made-up applications and checks that what must be JSON is: first with
 * plain values, where a failure is an error, then with quotes and line breaks in them. Templates
 * that speak of other objects are left alone.
 */
final class RenderedLint {
  private final Checked checked;
  private final List<Sample> plain;
  private final List<Sample> awkward;
  private final Webhooks webhooks;
  private final List<Finding> findings;

  /**
   * @param severalSources whether there may be applications of several sources
   */
  RenderedLint(Checked checked, boolean severalSources, List<Finding> findings) {
    this.checked = checked;
    this.plain =
        severalSources
            ? List.of(Sample.plain(), Sample.ofSeveralSources())
            : List.of(Sample.plain());
    this.awkward = plain.stream().map(Sample::awkward).toList();
    this.webhooks = new Webhooks(checked);
    this.findings = findings;
  }

  void check() {
    Mentions mentions = new Mentions(checked.configuration());
    Map<String, String> data = checked.configuration().source().data();
    checked
        .configuration()
        .templates()
        .forEach(
            (name, template) -> {
              if (!mentions.needsAnother(data.getOrDefault("template." + name, ""))) {
                template(name, template);
              }
            });
  }

  private void template(String name, NotificationTemplate template) {
    for (Target target : targets(name)) {
      Optional<Target.Failure> failure = target.first(plain, checked, template);
      failure.ifPresent(found -> report(name, found, true));
      if (failure.isEmpty()) {
        target.first(awkward, checked, template).ifPresent(found -> report(name, found, false));
      }
    }
  }

  private void report(String name, Target.Failure failure, boolean certain) {
    String key = "template." + name;
    Position position = checked.texts().position(key, failure.place());
    if (failure.rendering()) {
      findings.add(
          Finding.warning(
              position,
              key,
              "cannot be rendered with %s: %s"
                  .formatted(failure.sample().description(), failure.reason())));
      return;
    }
    String sentence =
        "with %s, %s %s"
            .formatted(failure.sample().description(), failure.place().path(), failure.reason());
    findings.add(
        certain
            ? Finding.error(position, key, sentence)
            : Finding.warning(
                position, key, sentence + " … (toJson prints a value so that it is JSON)"));
  }

  private List<Target> targets(String template) {
    List<Target> targets = new ArrayList<>();
    Object definition = checked.definition("template." + template).orElse(Map.of());
    if (definition instanceof Map<?, ?> map) {
      map.forEach((key, value) -> targets.addAll(targets(key.toString(), value)));
    }
    return targets;
  }

  private List<Target> targets(String key, Object section) {
    if (key.equalsIgnoreCase("message")) {
      return List.of(target("console", List.of()));
    }
    if (key.equalsIgnoreCase("webhook")) {
      return webhooks.fields(section).entrySet().stream()
          .map(
              webhook ->
                  new Target(
                      type("webhook"), new Destination(webhook.getKey(), ""), webhook.getValue()))
          .toList();
    }
    return ServiceTypes.all().keySet().stream()
        .filter(key::equalsIgnoreCase)
        .map(
            type ->
                target(
                    type,
                    JsonField.ALL.stream().filter(field -> field.section().equals(type)).toList()))
        .toList();
  }

  private Target target(String type, List<JsonField> fields) {
    String service =
        checked.names().services().entrySet().stream()
            .filter(entry -> entry.getValue().equals(type))
            .findFirst()
            .map(Map.Entry::getKey)
            .orElse(type);
    return new Target(type(type), new Destination(service, "channel"), fields);
  }

  private static ServiceType type(String name) {
    return ServiceTypes.find(name).orElseThrow();
  }

  /** A destination that a template is rendered for, and what must be JSON there. */
  private record Target(ServiceType type, Destination destination, List<JsonField> fields) {
    /**
     * What went wrong.
     *
     * @param rendering whether there is nothing at all
     */
    record Failure(Sample sample, Place place, String reason, boolean rendering) {}

    Optional<Failure> first(List<Sample> samples, Checked checked, NotificationTemplate template) {
      return samples.stream()
          .flatMap(sample -> failure(sample, checked, template).stream())
          .findFirst();
    }

    private Optional<Failure> failure(
        Sample sample, Checked checked, NotificationTemplate template) {
      Notification said;
      try {
        said =
            NotificationTemplate.render(
                List.of(template), sample.variables(checked.configuration(), destination), type);
      } catch (TemplateException e) {
        Place place = new Place(e.field().orElse(""), e.offset().orElse(-1));
        return Optional.of(new Failure(sample, place, e.reason(), true));
      }
      return fields.stream()
          .flatMap(
              field ->
                  field
                      .problem(text(said.fields(), field.path()))
                      .map(reason -> new Failure(sample, Place.at(field.path()), reason, false))
                      .stream())
          .findFirst();
    }

    private static String text(Map<?, ?> fields, String path) {
      Object value = fields;
      for (String name : path.split("\\.", -1)) {
        value = value instanceof Map<?, ?> map ? map.get(name) : null;
      }
      return value instanceof String text ? text : "";
    }
  }
}
