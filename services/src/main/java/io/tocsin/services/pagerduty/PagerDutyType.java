package io.tocsin.services.pagerduty;

import io.tocsin.services.NotificationService;
import io.tocsin.services.fields.Field;
import io.tocsin.services.fields.Section;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.http.Urls;
import io.tocsin.services.options.Options;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import java.util.List;
import java.util.function.Function;

/** The type {@code pagerduty}: incidents. */
public final class PagerDutyType extends AbstractServiceType {
  static final String KEY = "pagerduty";

  private static final String API = "https://api.pagerduty.com";

  public PagerDutyType() {
    super(
        KEY,
        Section.of(KEY, Field.texts(List.of("title", "body", "urgency", "priorityId"))),
        Feature.RICH,
        Feature.SEVERAL);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    String token = options.requiredSecret("token");
    String from = options.string("from").orElse("");
    String serviceId = options.string("serviceId").orElse("");
    String url = Urls.base(options.url("apiURL").orElse(API));
    TransportOptions transport = TransportOptions.read(options);
    return context ->
        new PagerDutyService(url, token, from, serviceId, context.exchange(service, transport));
  }
}
