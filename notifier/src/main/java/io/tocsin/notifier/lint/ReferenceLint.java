package io.tocsin.notifier.lint;

import io.tocsin.notifier.config.WatchedResource;
import io.tocsin.notifier.lint.source.Position;
import io.tocsin.services.Destination;
import io.tocsin.services.options.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks that what the keys of a ConfigMap name is there, and that what is there is named. */
final class ReferenceLint {
  private static final String SUBSCRIPTIONS = "subscriptions";
  private static final String DEFAULTS = "defaultTriggers";
  private static final List<String> ENTRY =
      List.of("recipients", "triggers", "trigger", "selector", "resources");

  private final Checked checked;
  private final List<Finding> findings;
  private final Set<String> sent = new TreeSet<>();
  private final Set<String> subscribed = new TreeSet<>();
  private final Mentions mentions;

  ReferenceLint(Checked checked, List<Finding> findings) {
    this.checked = checked;
    this.findings = findings;
    this.mentions = new Mentions(checked.configuration());
  }

  /**
   * Checks all.
   *
   * @return the triggers that the ConfigMap itself subscribes somebody to
   */
  Set<String> check() {
    checked.names().triggers().forEach(this::trigger);
    checked.configuration().source().data().keySet().stream()
        .filter(key -> key.equals(DEFAULTS) || key.startsWith(DEFAULTS + "."))
        .forEach(this::defaults);
    checked.names().resources().forEach(this::resource);
    checked
        .definition(SUBSCRIPTIONS)
        .ifPresent(definition -> Checked.mappings(definition).forEach(this::subscription));
    for (String template : checked.names().templates()) {
      if (!sent.contains(template)) {
        warn("template." + template, "", "is sent by no trigger");
      }
    }
    return subscribed;
  }

  private void trigger(String trigger) {
    String key = "trigger." + trigger;
    checked
        .conditions(trigger)
        .forEach(
            (path, condition) -> {
              for (String field : new String[] {"send", "recovery"}) {
                Checked.texts(path + field, condition.get(field))
                    .forEach((at, template) -> send(key, at, template));
              }
            });
  }

  private void send(String key, String path, String template) {
    sent.add(template);
    Set<String> known = checked.names().templates();
    if (!known.contains(template)) {
      error(
          key,
          path,
          "sends the template '%s', which is not defined%s"
              .formatted(template, Names.meant(template, known)));
    }
  }

  private void defaults(String key) {
    checked
        .definition(key)
        .ifPresent(
            names ->
                Checked.texts("", names)
                    .forEach(
                        (at, name) -> {
                          trigger(key, at, name);
                          fits(key, at, name, Optional.empty());
                        }));
    String service = key.substring(Math.min(key.length(), DEFAULTS.length() + 1));
    Set<String> known = checked.names().services().keySet();
    if (!service.isEmpty() && !known.contains(service)) {
      warn(
          key,
          "",
          "is for the service '%s', which is not defined%s"
              .formatted(service, Names.meant(service, known)));
    }
  }

  private void resource(String name) {
    String key = "resource." + name;
    if (checked.definition(key).orElse(null) instanceof Map<?, ?> definition) {
      Checked.texts(DEFAULTS, definition.get(DEFAULTS))
          .forEach(
              (at, trigger) -> {
                trigger(key, at, trigger);
                Optional.ofNullable(checked.configuration().resources().get(name))
                    .ifPresent(resource -> fits(key, at, trigger, Optional.of(resource)));
              });
    }
  }

  private void subscription(String path, Map<?, ?> entry) {
    List<Optional<WatchedResource>> kinds = kinds(path, entry);
    List<String> triggers = new ArrayList<>();
    for (String field : new String[] {"triggers", "trigger"}) {
      Checked.texts(path + field, entry.get(field))
          .forEach(
              (at, name) -> {
                triggers.add(name);
                trigger(SUBSCRIPTIONS, at, name);
                kinds.forEach(kind -> fits(SUBSCRIPTIONS, at, name, kind));
              });
    }
    Checked.texts(path + "recipients", entry.get("recipients")).forEach(this::recipient);
    Set<String> meant = unknown(path, entry);
    String at = path.replaceFirst("\\.$", "");
    if (triggers.isEmpty()
        && !meant.contains("triggers")
        && !kinds.isEmpty()
        && kinds.stream().allMatch(kind -> defaults(kind).isEmpty())) {
      warn(
          SUBSCRIPTIONS,
          at,
          "has an entry without triggers, and there are no defaultTriggers: it tells nobody");
    }
    if (entry.get("recipients") == null && !meant.contains("recipients")) {
      warn(SUBSCRIPTIONS, at, "has an entry without recipients: it tells nobody");
    }
  }

  /** What an entry is for, as far as it can be used; something absent for Applications. */
  private List<Optional<WatchedResource>> kinds(String path, Map<?, ?> entry) {
    Map<String, String> named = Checked.texts(path + "resources", entry.get("resources"));
    Set<String> known = checked.names().resources();
    named.forEach(
        (at, name) -> {
          if (!known.contains(name)) {
            error(
                SUBSCRIPTIONS,
                at,
                "names the resource '%s', which is not defined%s"
                    .formatted(name, Names.meant(name, known)));
          }
        });
    return named.isEmpty()
        ? List.of(Optional.empty())
        : named.values().stream()
            .map(checked.configuration().resources()::get)
            .filter(Objects::nonNull)
            .map(Optional::of)
            .toList();
  }

  private List<String> defaults(Optional<WatchedResource> kind) {
    return kind.map(WatchedResource::defaultTriggers)
        .orElseGet(checked.configuration()::defaultTriggers);
  }

  private void fits(String key, String path, String trigger, Optional<WatchedResource> kind) {
    mentions.misfit(trigger, kind).ifPresent(sentence -> warn(key, path, sentence));
  }

  /** Warns of keys that are not known, and answers which were meant by them. */
  private Set<String> unknown(String path, Map<?, ?> entry) {
    Set<String> meant = new TreeSet<>();
    for (Object key : entry.keySet()) {
      if (!ENTRY.contains(key)) {
        warn(SUBSCRIPTIONS, path + key, Nearest.unknown("entry", key.toString(), ENTRY));
        Nearest.to(key.toString(), ENTRY).ifPresent(meant::add);
      }
    }
    return meant;
  }

  private void trigger(String key, String path, String trigger) {
    subscribed.add(trigger);
    Set<String> known = checked.names().triggers();
    if (!known.contains(trigger)) {
      error(
          key,
          path,
          "names the trigger '%s', which is not defined%s"
              .formatted(trigger, Names.meant(trigger, known)));
    }
  }

  private void recipient(String path, String recipient) {
    Destination destination = checked.configuration().destination(recipient);
    if (!checked.names().serves(destination)) {
      error(
          SUBSCRIPTIONS,
          path,
          "names the service '%s', which is not defined%s"
              .formatted(
                  destination.service(),
                  Names.meant(destination.service(), checked.names().services().keySet())));
    }
  }

  private void error(String key, String path, String sentence) {
    findings.add(Finding.error(position(key, path), key, sentence));
  }

  private void warn(String key, String path, String sentence) {
    findings.add(Finding.warning(position(key, path), key, sentence));
  }

  private Position position(String key, String path) {
    return checked.texts().position(key, path);
  }
}
