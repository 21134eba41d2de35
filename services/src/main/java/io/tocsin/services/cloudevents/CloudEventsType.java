package io.tocsin.services.cloudevents;

import io.tocsin.services.NotificationService;
import io.tocsin.services.fields.Field;
import io.tocsin.services.fields.Section;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.options.Options;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import java.util.function.Function;

/** The type {@code cloudevents}. */
public final class CloudEventsType extends AbstractServiceType {
  static final String KEY = "cloudevents";

  private static final Field.Group FIELDS =
      Field.group(
          "id", Field.text(),
          "type", Field.text(),
          "source", Field.text(),
          "subject", Field.text(),
          "dataSchema", Field.text(),
          "dataContentType", Field.text(),
          "data", Field.text(),
          "extensions", Field.textMap());

  public CloudEventsType() {
    super(KEY, Section.of(KEY, FIELDS), Feature.RICH);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    CloudEventsOptions events = CloudEventsOptions.read(options);
    TransportOptions transport = TransportOptions.read(options);
    return context ->
        new CloudEventsService(events, context.exchange(service, transport), context.clock());
  }
}
