package io.tocsin.notifier.pipeline;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.Configuration.ConfiguredService;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.delivery.RetryPolicy;
import io.tocsin.notifier.delivery.Sender;
import io.tocsin.services.Limits;
import io.tocsin.services.Notification;
import io.tocsin.services.Outcome;
import io.tocsin.services.registry.NotificationTemplate;
import io.tocsin.services.registry.ServiceTypes;
import io.tocsin.services.spi.ServiceType;
import io.tocsin.templates.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renders a delivery with the newest configuration and hands it to its service. */
public record MessageSender(Configurations configurations, Variables variables) implements Sender {
  @Override
  public Outcome send(Delivery delivery) {
    String name = delivery.destination().service();
    Optional<Configuration> current = configurations.in(delivery.scope());
    ConfiguredService service = current.map(now -> now.services().get(name)).orElse(null);
    if (service == null) {
      return new Outcome.Retryable(
          "service " + name + " is not configured or is off", Optional.empty());
    }
    Notification notification;
    KubeObject object = delivery.object();
    Optional<RepositoryCalls> calls = variables.waiting(object);
    try {
      notification = render(current.get(), delivery, object, type(service), calls);
    } catch (TemplateException e) {
      String unavailable = calls.map(RepositoryCalls::unavailable).orElse("");
      if (!unavailable.isEmpty()) {
        return new Outcome.Retryable(current.get().redact(unavailable), Optional.empty());
      }
      return new Outcome.Rejected(current.get().redact(e.getMessage()));
    }
    return service.service().send(notification, delivery.destination());
  }

  @Override
  public Limits limits(Delivery delivery) {
    return service(delivery)
        .map(service -> service.service().limits(delivery.destination()))
        .orElseGet(() -> Limits.none(delivery.destination().service()));
  }

  @Override
  public RetryPolicy retries(Delivery delivery) {
    return service(delivery)
        .flatMap(service -> service.service().retry())
        .map(RetryPolicy::of)
        .orElse(RetryPolicy.DEFAULT);
  }

  private Optional<ConfiguredService> service(Delivery delivery) {
    return configurations
        .in(delivery.scope())
        .map(current -> current.services().get(delivery.destination().service()));
  }

  private static ServiceType type(ConfiguredService service) {
    return ServiceTypes.find(service.type()).orElseThrow();
  }

  private Notification render(
      Configuration current,
      Delivery delivery,
      KubeObject object,
      ServiceType type,
      Optional<RepositoryCalls> calls) {
    List<NotificationTemplate> templates = new ArrayList<>();
    for (String name : delivery.templates()) {
      NotificationTemplate template = current.templates().get(name);
      if (template == null) {
        throw new TemplateException(
            TemplateException.Phase.EXECUTE,
            "template " + name + " is not configured or is broken");
      }
      templates.add(template);
    }
    Occurrence occurrence = new Occurrence(object, delivery.snapshot().change());
    return NotificationTemplate.render(
        templates,
        variables.forTemplates(
            current,
            Optional.ofNullable(current.resources().get(delivery.resource())),
            occurrence,
            delivery.destination(),
            calls),
        type);
  }
}
