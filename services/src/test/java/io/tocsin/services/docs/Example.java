package io.tocsin.services.docs;

import io.tocsin.services.Destination;
import io.tocsin.services.Notification;
import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.http.ExchangeListener;
import io.tocsin.services.http.HttpClients;
import io.tocsin.services.options.Validated;
import io.tocsin.services.registry.ServiceTypes;
import io.tocsin.services.spi.ServiceContext;
import io.tocsin.services.testing.AnyVendor;
import io.tocsin.services.testing.Sending;
import io.tocsin.services.testing.TestKeys;
import io.tocsin.services.testing.Yaml;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A page's service, with its vendor's address replaced by one on loopback. */
record Example(Page page, String yaml, ServiceContext context) {
  static Example of(Page page, AnyVendor vendor) {
    String yaml =
        page.service()
            .replaceAll("https?://(?!argocd\\.)[\\w.-]+", vendor.root())
            .replaceAll("(?<=\\[)alertmanager\\.example\\.com:9093", vendor.authority())
            .replaceAll("(?s)privateKey: .*", "privateKey: |\n" + TestKeys.pem().indent(2));
    if (vendor.root().startsWith("https")) {
      yaml = yaml.replace("scheme: http\n", "scheme: https\n");
    }
    ServiceContext context =
        Sending.context()
            .withConsole(_ -> {})
            .withEnvironment(Map.of("PUBSUB_EMULATOR_HOST", vendor.authority()));
    return new Example(page, yaml, context);
  }

  Example over(HttpClients clients) {
    return new Example(page, yaml, context.withHttp(clients));
  }

  Example seenBy(List<String> seen) {
    ExchangeListener listener =
        new ExchangeListener() {
          @Override
          public void request(String service, String text) {
            seen.add(text);
          }

          @Override
          public void response(String service, String text) {
            seen.add(text);
          }
        };
    return new Example(page, yaml, context.withListener(listener));
  }

  Example with(String from, String to) {
    return new Example(page, yaml.replace(from, to), context);
  }

  /** What became of reading its options. */
  Validated<NotificationService> read() {
    return read(Map.of());
  }

  /** What became of reading its options and some more. */
  Validated<NotificationService> read(Map<String, Object> more) {
    Map<String, Object> options = new HashMap<>(Yaml.map(yaml));
    options.putAll(more);
    return ServiceTypes.find(page.name()).orElseThrow().create(name(), options, context);
  }

  Outcome send(Notification notification) {
    Validated<NotificationService> service = read();
    String recipient = String.valueOf(page.subscription().getValue());
    return service
        .value()
        .orElseThrow(() -> new AssertionError(service.errors()))
        .send(notification, new Destination(name(), recipient));
  }

  /** The service's name: what stands last in the annotation's key. */
  String name() {
    return page.subscription().getKey().replaceFirst(".*\\.", "");
  }
}
