package io.tocsin.services.webhook;

import io.tocsin.services.NotificationService;
import io.tocsin.services.fields.Field;
import io.tocsin.services.fields.Section;
import io.tocsin.services.options.Options;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import java.util.function.Function;

/** The type {@code webhook}. */
public final class WebhookType extends AbstractServiceType {
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

  public WebhookType() {
    super(
        KEY,
        Section.of(KEY, new Field.NamedGroups(REQUEST)).warning(new BodyOfGet()),
        Feature.RICH,
        Feature.SUCCESS);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    WebhookOptions webhook = WebhookOptions.read(options);
    return context ->
        new WebhookService(service, webhook, context.exchange(service, webhook.transport()));
  }
}
