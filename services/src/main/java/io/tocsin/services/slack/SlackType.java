package io.tocsin.services.slack;

import io.tocsin.services.NotificationService;
import io.tocsin.services.fields.Field;
import io.tocsin.services.fields.Section;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.options.Options;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import java.util.function.Function;

/** The type {@code slack}. */
public final class SlackType extends AbstractServiceType {
  static final String KEY = "slack";

  private static final Field.Group FIELDS =
      Field.group(
          "username", Field.text(),
          "icon", Field.text(),
          "attachments", Field.text(),
          "blocks", Field.text(),
          "groupingKey", Field.text(),
          "notifyBroadcast", Field.flag(),
          "deliveryPolicy", Field.fixed());

  public SlackType() {
    super(
        KEY,
        Section.of(KEY, FIELDS),
        Feature.RICH,
        Feature.THREADS,
        Feature.UPDATES,
        Feature.RATE,
        Feature.SUCCESS);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    SlackOptions slack = SlackOptions.read(options);
    TransportOptions transport = TransportOptions.read(options);
    return context ->
        new SlackService(
            slack,
            new SlackApi(slack, context.exchange(service, transport)),
            new SlackThreads(service, context.state()));
  }
}
