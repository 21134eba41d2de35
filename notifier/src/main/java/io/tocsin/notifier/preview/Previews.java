package io.tocsin.notifier.preview;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.pipeline.Variables;
import io.tocsin.notifier.sample.Sample;
import io.tocsin.services.Destination;
import io.tocsin.services.Notification;
import io.tocsin.services.registry.NotificationTemplate;
import io.tocsin.services.registry.ServiceTypes;
import io.tocsin.services.spi.ServiceType;
import io.tocsin.templates.TemplateException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renders a template for every service that is declared, and for those that it names itself. */
public record Previews(Configuration configuration, Sample sample) {
  private static final String CHANNEL = "channel";

  /**
   * What one message would show.
   *
   * @param templates merged into it
   */
  public static Preview of(
      Configuration configuration,
      Variables variables,
      KubeObject object,
      List<String> templates,
      Destination destination) {
    String service = destination.service();
    ServiceType type =
        ServiceTypes.find(configuration.services().get(service).type()).orElseThrow();
    Previews previews = new Previews(configuration, Sample.plain());
    return new Preview(
        service,
        type.name(),
        previews.view(
            templates, service, type, variables.forTemplates(configuration, object, destination)));
  }

  /**
   * The previews in the order of the services' names.
   *
   * @param template the name of one that the configuration has
   */
  public List<Preview> of(String template) {
    List<Preview> previews = new ArrayList<>();
    services(template)
        .forEach(
            (service, type) ->
                ServiceTypes.find(type)
                    .ifPresent(
                        found ->
                            previews.add(
                                new Preview(
                                    service,
                                    type,
                                    view(
                                        List.of(template),
                                        service,
                                        found,
                                        sample.variables(
                                            configuration, new Destination(service, CHANNEL)))))));
    return previews;
  }

  /** The type of each service by its name. */
  private Map<String, String> services(String template) {
    Map<String, String> services = new LinkedHashMap<>(configuration.source().declaredServices());
    services.remove("console", "console");
    Object definition = parsed("template." + template);
    for (String type : ServiceTypes.all().keySet()) {
      Object section = Json.at(definition, type);
      if (type.equals("webhook") && section instanceof Map<?, ?> webhooks) {
        webhooks.keySet().forEach(name -> services.putIfAbsent(name.toString(), type));
      } else if (section != null && !services.containsValue(type)) {
        services.putIfAbsent(type, type);
      }
    }
    if (services.isEmpty()) {
      services.put("console", "console");
    }
    return services;
  }

  private View view(
      List<String> templates, String service, ServiceType type, Map<String, Object> variables) {
    try {
      Notification said =
          NotificationTemplate.render(
              templates.stream().map(configuration.templates()::get).toList(), variables, type);
      return new Views(type.name(), service, html(type.name(), service), redacted(said)).view();
    } catch (TemplateException | ConfigurationException e) {
      return new View.Failed(configuration.redact(e.getMessage()));
    }
  }

  private boolean html(String type, String service) {
    String key = type.equals(service) ? "service." + type : "service." + type + "." + service;
    return "true".equals(Json.text(parsed(key), "html"));
  }

  /** A preview is made to be shown around. */
  private Notification redacted(Notification said) {
    return new Notification(
        configuration.redact(said.message()), Yaml.asMapping(redacted((Object) said.fields())));
  }

  private Object redacted(Object value) {
    return switch (value) {
      case String text -> configuration.redact(text);
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, item) -> copy.put(name.toString(), redacted(item)));
        yield copy;
      }
      case List<?> list -> list.stream().map(this::redacted).toList();
      default -> value;
    };
  }

  private Object parsed(String key) {
    try {
      return Yaml.parse(configuration.source().data().getOrDefault(key, ""));
    } catch (ConfigurationException _) {
      return Map.of();
    }
  }
}
