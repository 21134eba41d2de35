package io.tocsin.notifier.config;

import io.tocsin.embedded.selector.LabelSelector;
import io.tocsin.notifier.config.Configuration.ConfiguredService;
import io.tocsin.notifier.config.Problem.Lacking;
import io.tocsin.notifier.config.Problem.Severity;
import io.tocsin.services.NotificationService;
import io.tocsin.services.options.Nearest;
import io.tocsin.services.options.Remark;
import io.tocsin.services.registry.NotificationTemplate;
import io.tocsin.templates.TemplateException;
import io.tocsin.triggers.Condition;
import io.tocsin.triggers.ExpressionException;
import io.tocsin.triggers.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a configuration key by key: a key that is wrong harms itself alone, and where an earlier
 * configuration had a good version of it, that one goes on.
 */
public final class ConfigurationReader {
  /** The keys, or what they begin with before a dot. */
  public static final List<String> KEYS =
      List.of(
          "service",
          "template",
          "trigger",
          "defaultTriggers",
          "subscriptions",
          "resource",
          "context");

  /** The names of what happened, in an action of a template; other things may be called so too. */
  private static final Pattern CHANGE =
      Pattern.compile(
          "\\{\\{[^}]*\\b("
              + Condition.CHANGE.stream().sorted().collect(Collectors.joining("|"))
              + ")\\b");

  private final ServiceFactory factory;
  private final boolean tenants;

  public ConfigurationReader(ServiceFactory factory) {
    this(factory, false);
  }

  private ConfigurationReader(ServiceFactory factory, boolean tenants) {
    this.factory = factory;
    this.tenants = tenants;
  }

  /** What reads the configurations of tenants, who cannot have further kinds watched. */
  public static ConfigurationReader forTenants(ServiceFactory factory) {
    return new ConfigurationReader(factory, true);
  }

  /** Reads without an earlier configuration. */
  public Configuration read(ConfigurationSource source) {
    return read(source, Optional.empty());
  }

  public Configuration read(ConfigurationSource source, Optional<Configuration> earlier) {
    return new Reading(source, earlier).run();
  }

  private final class Reading {
    private final ConfigurationSource source;
    private final Optional<Configuration> earlier;
    private final ServiceFactory factory;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, ConfiguredService> services = new LinkedHashMap<>();
    private final Map<String, String> serviceKeys = new HashMap<>();
    private final Map<String, Trigger> triggers = new LinkedHashMap<>();
    private final Map<String, NotificationTemplate> templates = new LinkedHashMap<>();
    private final Map<String, List<String>> serviceDefaults = new LinkedHashMap<>();
    private final Map<String, WatchedResource> resources = new LinkedHashMap<>();
    private List<Subscription> subscriptions = List.of();
    private List<String> defaultTriggers = List.of();
    private Map<String, String> context = Map.of();

    Reading(ConfigurationSource source, Optional<Configuration> earlier) {
      this.source = withLegacyKeys(source);
      this.earlier = earlier;
      this.factory = ConfigurationReader.this.factory.withCertificates(source.certificates());
    }

    private ConfigurationSource withLegacyKeys(ConfigurationSource read) {
      try {
        Map<String, Object> legacy = LegacyKeys.of(read);
        Map<String, String> data = new TreeMap<>(read.data());
        if (data.remove(LegacyKeys.CONFIG) != null) {
          problems.add(
              Problem.warning(
                  LegacyKeys.CONFIG, "is deprecated; write its parts as keys of their own"));
        }
        legacy.forEach((key, definition) -> data.put(key, Yaml.write(definition)));
        return new ConfigurationSource(read.namespace(), data, read.secrets(), read.certificates());
      } catch (ConfigurationException e) {
        problems.add(Problem.error(LegacyKeys.CONFIG, e.getMessage()));
        return read;
      }
    }

    Configuration run() {
      source.data().forEach(this::key);
      return new Configuration(
          source,
          services,
          triggers,
          templates,
          subscriptions,
          defaultTriggers,
          serviceDefaults,
          resources,
          readsChange(),
          context,
          problems);
    }

    private boolean readsChange() {
      return triggers.values().stream()
              .flatMap(trigger -> trigger.conditions().stream())
              .anyMatch(Condition::aboutChange)
          || templates.keySet().stream()
              .map(name -> source.data().getOrDefault("template." + name, ""))
              .anyMatch(text -> CHANGE.matcher(text).find());
    }

    private void key(String key, String text) {
      int dot = key.indexOf('.');
      String family = dot < 0 ? key : key.substring(0, dot);
      String name = dot < 0 ? "" : key.substring(dot + 1);
      switch (family) {
        case "service" -> service(key, name, text);
        case "template" ->
            named(key, name, templates, Configuration::templates, () -> template(key, text));
        case "trigger" ->
            named(key, name, triggers, Configuration::triggers, () -> trigger(name, text));
        case "defaultTriggers" -> defaults(key, name, text);
        case "subscriptions" ->
            subscriptions =
                whole(key, Configuration::subscriptions, List.of(), () -> subscriptions(text));
        case "resource" ->
            named(key, name, resources, Configuration::resources, () -> resource(name, text));
        case "context" ->
            context = whole(key, Configuration::context, Map.of(), () -> context(text));
        case "config" -> {
          // what stands in config.yaml could not be read, which is a problem already
        }
        default ->
            problems.add(
                Problem.warning(
                    key, "is not a key of this configuration; it is ignored" + meant(key, family)));
      }
    }

    private static String meant(String key, String family) {
      return Nearest.to(family, KEYS)
          .map(known -> "; did you mean " + known + key.substring(family.length()) + "?")
          .orElse("");
    }

    private void service(String key, String name, String text) {
      String[] parts = name.split("\\.", -1);
      String type = parts[0];
      String service = parts[parts.length - 1];
      if (parts.length > 2 || type.isEmpty() || service.isEmpty()) {
        problems.add(Problem.error(key, "must be named service.<type> or service.<type>.<name>"));
        return;
      }
      String other = serviceKeys.put(service, key);
      if (other != null) {
        problems.add(
            Problem.warning(
                key,
                "declares the service %s, as %s does; this one counts".formatted(service, other)));
      }
      named(
          key,
          service,
          services,
          Configuration::services,
          () ->
              unchanged(key, service)
                  .orElseGet(() -> new ConfiguredService(type, create(key, type, service, text))));
    }

    /**
     * The service of the earlier configuration, with its connections, where nothing of it changed.
     */
    private Optional<ConfiguredService> unchanged(String key, String service) {
      return earlier
          .filter(last -> last.source().makesTheSame(key, source))
          .filter(last -> last.problems().stream().noneMatch(p -> p.key().equals(key)))
          .map(last -> last.services().get(service));
    }

    private NotificationService create(String key, String type, String name, String text) {
      Object parsed = text.isBlank() ? Map.of() : Yaml.parse(text);
      SecretReferences references = new SecretReferences(key, source);
      Map<String, Object> options = references.resolve(Values.mapping("", parsed));
      problems.addAll(
          references.problems().stream().filter(p -> p.severity() == Severity.WARNING).toList());
      List<Remark> missing =
          references.problems().stream()
              .filter(problem -> problem.severity() == Severity.ERROR)
              .map(problem -> new Remark(problem.place().path(), problem.sentence()))
              .toList();
      if (!missing.isEmpty()) {
        throw ConfigurationException.ofSecret(missing);
      }
      return factory.create(type, name, options, references.values(), remark -> warn(key, remark));
    }

    private void warn(String key, Remark remark) {
      problems.add(Problem.warning(key, about(key, remark.sentence()), Place.at(remark.path())));
    }

    private NotificationTemplate template(String key, String text) {
      return factory.compile(
          key, Yaml.mapping(text.isBlank() ? "{}" : text), remark -> warn(key, remark));
    }

    private Trigger trigger(String name, String text) {
      Object definition = Yaml.parse(text);
      return Trigger.of(name, definition == null ? List.of() : definition);
    }

    private WatchedResource resource(String name, String text) {
      if (name.isEmpty()) {
        throw new ConfigurationException("must be named resource.<name>");
      }
      if (tenants) {
        throw new ConfigurationException(
            "cannot be used here: only the control plane's configuration has further kinds"
                + " watched");
      }
      return WatchedResourceReader.read(name, text);
    }

    private void defaults(String key, String service, String text) {
      if (service.isEmpty()) {
        defaultTriggers = whole(key, Configuration::defaultTriggers, List.of(), () -> names(text));
      } else {
        named(
            key,
            service,
            serviceDefaults,
            Configuration::serviceDefaultTriggers,
            () -> names(text));
      }
    }

    private static List<String> names(String text) {
      return Values.strings("", Yaml.parse(text));
    }

    private List<Subscription> subscriptions(String text) {
      Object parsed = Yaml.parse(text);
      return parsed == null ? List.of() : Values.list("", parsed, this::subscription);
    }

    private Subscription subscription(Object item) {
      Map<String, Object> fields = Values.mapping("entry", item);
      List<String> names = new ArrayList<>(Values.strings("triggers", fields.get("triggers")));
      names.addAll(Values.strings("trigger", fields.get("trigger")));
      Object selector = fields.get("selector");
      return new Subscription(
          Values.strings("recipients", fields.get("recipients")),
          names.stream().distinct().toList(),
          selector(selector == null ? "" : Values.string("selector", selector)),
          Values.strings("resources", fields.get("resources")));
    }

    private static LabelSelector selector(String text) {
      try {
        return LabelSelector.parse(text);
      } catch (IllegalArgumentException e) {
        throw new ConfigurationException(
            "has a selector that does not parse, '%s': %s".formatted(text, e.getMessage()),
            Place.at("selector"));
      }
    }

    private static Map<String, String> context(String text) {
      Map<String, String> values = new LinkedHashMap<>();
      if (!text.isBlank()) {
        Yaml.mapping(text).forEach((name, value) -> values.put(name, Values.string(name, value)));
      }
      return values;
    }

    private <T> void named(
        String key,
        String name,
        Map<String, T> into,
        Function<Configuration, Map<String, T>> of,
        Supplier<T> read) {
      Optional<T> last = earlier.map(of).map(map -> map.get(name));
      attempt(key, last, read).ifPresent(value -> into.put(name, value));
    }

    private <T> T whole(String key, Function<Configuration, T> of, T none, Supplier<T> read) {
      return attempt(key, earlier.map(of), read).orElse(none);
    }

    /** The sentence without the key that it may begin with. */
    private static String about(String key, String sentence) {
      String named = Pattern.quote(key) + "|" + Pattern.quote(key.replaceFirst("\\.", " "));
      return sentence.replaceFirst("^(template: )?(" + named + ")[:,]?\\s*", "");
    }

    private <T> Optional<T> attempt(String key, Optional<T> last, Supplier<T> read) {
      try {
        return Optional.of(read.get());
      } catch (ConfigurationException e) {
        if (e.parts().isEmpty()) {
          wrong(key, e.getMessage(), e.place(), e.reason(), e.lacking(), last);
        }
        for (Remark part : e.parts()) {
          wrong(key, part.sentence(), Place.at(part.path()), part.sentence(), e.lacking(), last);
        }
      } catch (TemplateException e) {
        Place place = new Place(e.field().orElse(""), e.offset().orElse(-1));
        wrong(key, e.getMessage(), place, e.reason(), Lacking.TEXT, last);
      } catch (ExpressionException e) {
        Place place = new Place(e.field().orElse(""), e.offset().orElse(-1));
        wrong(key, e.getMessage(), place, e.reason(), Lacking.TEXT, last);
      }
      return last;
    }

    private void wrong(
        String key,
        String sentence,
        Place place,
        String reason,
        Lacking lacking,
        Optional<?> last) {
      String goesOn = last.isPresent() ? "; its last good version goes on" : "";
      problems.add(
          Problem.error(key, about(key, sentence) + goesOn, place, about(key, reason), lacking));
    }
  }
}
