package io.tocsin.services.testing;

import io.tocsin.services.Destination;
import io.tocsin.services.Notification;
import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.http.HttpClients;
import io.tocsin.services.options.Validated;
import io.tocsin.services.registry.NotificationTemplate;
import io.tocsin.services.registry.ServiceTypes;
import io.tocsin.services.spi.ServiceContext;
import io.tocsin.templates.GoTemplates;
import io.tocsin.templates.TemplateEngine;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes services from YAML and has them send, at a moment that stands still. */
public final class Sending {
  public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  /** The variables of every template in these tests. */
  public static final Map<String, Object> VARIABLES =
      Map.of(
          "app",
          Map.of(
              "metadata", Map.of("name", "guestbook", "namespace", "argocd"),
              "spec", Map.of("source", Map.of("repoURL", "https://github.com/acme/guestbook.git")),
              "status",
                  Map.of(
                      "sync", Map.of("status", "Synced", "revision", "abc123"),
                      "operationState",
                          Map.of(
                              "phase", "Succeeded",
                              "startedAt", "2021-07-03T12:53:44Z",
                              "syncResult", Map.of("revision", "abc123")))),
          "context",
          Map.of("argocdUrl", "http://argocd.k8s.local"));

  private static final TemplateEngine ENGINE = GoTemplates.withSprig();

  private Sending() {}

  public static ServiceContext context() {
    return ServiceContext.of(HttpClients.create(Map.of()), CLOCK);
  }

  public static Validated<NotificationService> read(String type, String name, String yaml) {
    return read(type, name, yaml, context());
  }

  public static Validated<NotificationService> read(
      String type, String name, String yaml, ServiceContext context) {
    return ServiceTypes.find(type).orElseThrow().create(name, Yaml.map(yaml), context);
  }

  public static NotificationService service(String type, String name, String yaml) {
    return service(type, name, yaml, UnaryOperator.identity());
  }

  public static NotificationService service(
      String type, String name, String yaml, UnaryOperator<ServiceContext> change) {
    Validated<NotificationService> read = read(type, name, yaml, change.apply(context()));
    return read.value().orElseThrow(() -> new AssertionError(read.errors()));
  }

  public static NotificationTemplate template(String yaml) {
    return NotificationTemplate.compile("template.app-deployed", Yaml.map(yaml), engine());
  }

  public static Notification render(String... templates) {
    return NotificationTemplate.render(
        List.of(templates).stream().map(Sending::template).toList(), VARIABLES);
  }

  public static Notification message(String text) {
    return new Notification(text, Map.of());
  }

  public static Outcome send(NotificationService service, Notification what, String destination) {
    String[] parts = destination.split(":", 2);
    return service.send(what, new Destination(parts[0], parts.length == 1 ? "" : parts[1]));
  }

  public static TemplateEngine engine() {
    return ENGINE;
  }
}
