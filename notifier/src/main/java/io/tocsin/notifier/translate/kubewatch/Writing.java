package io.tocsin.notifier.translate.kubewatch;

import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.translate.Translation;
import io.tocsin.notifier.translate.Translation.SecretValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the keys of the ConfigMap. */
final class Writing {
  private static final String NAME = "kubewatch";

  /** So many resources can be named in a trigger's name. */
  private static final int FEW = 2;

  private final Settings settings;
  private final Options options;
  private final Notes notes;
  private final Rules rules;
  private final SortedMap<String, String> data = new TreeMap<>();
  private final List<Object> subscriptions = new ArrayList<>();

  Writing(Settings settings, Options options, Notes notes) {
    this.settings = settings;
    this.options = options;
    this.notes = notes;
    this.rules = new Rules(settings.namespaces(), options.advancedFilters());
  }

  Translation translation() {
    SortedMap<String, SecretValue> secrets = new TreeMap<>();
    for (Delivery handler : settings.handlers()) {
      data.put(handler.key(), Yaml.write(handler.options()));
      secrets.putAll(handler.secrets());
    }
    settings.watched().forEach(this::resource);
    groups().forEach(this::told);
    if (options.oldTexts() && !settings.watched().isEmpty()) {
      alerts();
    }
    if (!subscriptions.isEmpty()) {
      data.put("subscriptions", Yaml.write(subscriptions));
    }
    Chatter.of(settings.watched(), options, notes);
    return new Translation(data, secrets, notes.all());
  }

  private void resource(Watched watched) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (!watched.group().isEmpty()) {
      fields.put("group", watched.group());
    }
    if (!watched.version().isEmpty()) {
      fields.put("version", watched.version());
    }
    fields.put(watched.field(), watched.type());
    if (watched.namespaced() && !settings.namespaces().included().isEmpty()) {
      fields.put("namespaces", settings.namespaces().included());
    }
    data.put("resource." + watched.name(), Yaml.write(fields));
  }

  /** What has a condition and a message in common is one trigger. */
  private Map<Rules.Group, List<Watched>> groups() {
    Map<Rules.Group, List<Watched>> groups = new LinkedHashMap<>();
    for (Watched watched : settings.watched()) {
      groups.computeIfAbsent(rules.group(watched), _ -> new ArrayList<>()).add(watched);
    }
    return groups;
  }

  private void told(Rules.Group group, List<Watched> watched) {
    List<String> names = watched.stream().map(Watched::name).toList();
    String trigger = name(group, watched);
    String template = group.spoken().isEmpty() ? NAME : trigger;
    trigger(trigger, group.condition(), template, names);
    data.putIfAbsent("template." + template, template(wording(group.spoken())));
  }

  /** A name that no other group has. */
  private String name(Rules.Group group, List<Watched> watched) {
    if (group.equals(rules.ordinary())) {
      return NAME;
    }
    List<String> parts =
        watched.size() <= FEW
            ? watched.stream().map(Watched::name).toList()
            : Change.sorted(watched.getFirst().changes());
    return NAME + "-" + String.join("-", parts);
  }

  private Wording wording(String spoken) {
    if (!spoken.isEmpty()) {
      return Wording.custom(spoken);
    }
    return options.oldTexts()
        ? Wording.old(
            settings.watched().stream().map(Watched::type).collect(Collectors.toUnmodifiableSet()))
        : Wording.current();
  }

  private void trigger(String name, String condition, String template, List<String> resources) {
    Map<String, Object> definition = new LinkedHashMap<>();
    definition.put("when", condition);
    definition.put("send", List.of(template));
    data.put("trigger." + name, Yaml.write(List.of(definition)));
    if (!settings.handlers().isEmpty()) {
      Map<String, Object> subscription = new LinkedHashMap<>();
      subscription.put(
          "recipients", settings.handlers().stream().map(Delivery::recipient).toList());
      subscription.put("triggers", List.of(name));
      subscription.put("resources", resources);
      subscriptions.add(subscription);
    }
  }

  private String template(Wording wording) {
    Sections sections = new Sections(wording);
    settings.handlers().forEach(sections::add);
    return Yaml.write(sections.template());
  }

  /** The events that the versions until 2021 told of without being asked. */
  private void alerts() {
    boolean pods = settings.watched().stream().anyMatch(watched -> watched.name().equals(Kind.POD));
    Watched events = Watched.of(Kind.known(Kind.CORE_EVENT), Change.ALL);
    resource(events);
    String name = NAME + "-alerts";
    trigger(name, rules.alerts(pods), name, List.of(events.name()));
    data.put("template." + name, template(Wording.alerts()));
  }
}
