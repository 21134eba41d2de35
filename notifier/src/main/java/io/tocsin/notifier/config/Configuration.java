package io.tocsin.notifier.config;

import io.tocsin.services.Destination;
import io.tocsin.services.NotificationService;
import io.tocsin.services.registry.NotificationTemplate;
import io.tocsin.services.secrets.Redactor;
import io.tocsin.triggers.Trigger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one ConfigMap and Secret say, compiled. Immutable; the maps are by name.
 *
 * @param source what it was read from
 * @param resources the kinds that are watched beside Applications
 * @param readsChange whether conditions or templates ask what happened to an object
 * @param context what templates and conditions read as {@code context}
 * @param problems what is wrong with single keys; the rest works
 */
public record Configuration(
    ConfigurationSource source,
    Map<String, ConfiguredService> services,
    Map<String, Trigger> triggers,
    Map<String, NotificationTemplate> templates,
    List<Subscription> subscriptions,
    List<String> defaultTriggers,
    Map<String, List<String>> serviceDefaultTriggers,
    Map<String, WatchedResource> resources,
    boolean readsChange,
    Map<String, String> context,
    List<Problem> problems) {

  /** The type of a service beside the service. */
  public record ConfiguredService(String type, NotificationService service) {}

  public Configuration {
    services = Map.copyOf(services);
    triggers = Map.copyOf(triggers);
    templates = Map.copyOf(templates);
    subscriptions = List.copyOf(subscriptions);
    defaultTriggers = List.copyOf(defaultTriggers);
    serviceDefaultTriggers = Map.copyOf(serviceDefaultTriggers);
    resources = Map.copyOf(resources);
    context = Map.copyOf(context);
    problems = List.copyOf(problems);
  }

  /**
   * The destination that a recipient such as {@code slack:channel} names. {@code webhook:x} means
   * the webhook {@code x} where no service is called {@code webhook}.
   */
  public Destination destination(String recipient) {
    int colon = recipient.indexOf(':');
    if (colon < 0) {
      return new Destination(recipient, "");
    }
    String service = recipient.substring(0, colon);
    String rest = recipient.substring(colon + 1);
    boolean alias = service.equals("webhook") && !services.containsKey(service) && isWebhook(rest);
    return alias ? new Destination(rest, "") : new Destination(service, rest);
  }

  private boolean isWebhook(String name) {
    return Optional.ofNullable(services.get(name))
        .filter(service -> service.type().equals("webhook"))
        .isPresent();
  }

  /** The text without any value of the Secret. */
  public String redact(String text) {
    List<String> secrets =
        source.secrets().values().stream()
            .map(value -> new String(value, StandardCharsets.UTF_8).strip())
            .filter(value -> !value.isEmpty())
            .toList();
    return Redactor.none().with(secrets).redact(text);
  }

  /** Releases the connections of services that another configuration has no more. */
  public void closeServicesNotIn(Configuration next) {
    services.values().stream()
        .filter(service -> !next.services.containsValue(service))
        .forEach(service -> service.service().close());
  }

  /** The triggers of a subscription that names none. */
  public List<String> defaultTriggers(Destination destination) {
    return serviceDefaultTriggers.getOrDefault(destination.service(), defaultTriggers);
  }
}
