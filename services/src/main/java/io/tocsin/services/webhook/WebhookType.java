package io.tocsin.services.webhook;

import io.tocsin.services.NotificationService;
import io.tocsin.services.fields.Field;
import io.tocsin.services.fields.Section;
import io.tocsin.services.options.Options;
import io.tocsin.services.options.Validated;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import io.tocsin.services.spi.ServiceType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The type {@code webhook}. */
public final class WebhookType implements ServiceType {
  static final String KEY = "webhook";

  private static final Field.Group HEADER =
      Field.group("name", Field.text(), "value", Field.text());
  private static final Field.Group REQUEST =
      Field.group(
          "method",
          Field.fixed(),
          "path",
          Field.text(),
          "body",
          Field.text(),
          "headers",
          new Field.Groups(HEADER));

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public Optional<Section> section() {
    return Optional.of(new Section(KEY, new Field.NamedGroups(REQUEST)));
  }

  @Override
  public Set<Feature> features() {
    return Set.of(Feature.RICH, Feature.SUCCESS);
  }

  @Override
  public Validated<NotificationService> create(
      String name, Map<String, Object> options, ServiceContext context) {
    return Options.read(
        configurationKey(name),
        options,
        read -> {
          WebhookOptions webhook = WebhookOptions.read(read);
          return () ->
              new WebhookService(name, webhook, context.exchange(name, webhook.transport()));
        });
  }
}
