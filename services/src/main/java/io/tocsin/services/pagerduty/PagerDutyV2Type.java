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
import java.util.Map;
import java.util.function.Function;

/** The type {@code pagerdutyv2}: events. */
public final class PagerDutyV2Type extends AbstractServiceType {
  static final String KEY = "pagerdutyv2";

  private static final String API = "https://events.pagerduty.com";
  private static final List<String> NAMES =
      List.of("summary", "severity", "source", "component", "group", "class", "url", "dedupKey");

  public PagerDutyV2Type() {
    super(KEY, Section.of(KEY, Field.texts(NAMES)), Feature.RICH, Feature.SEVERAL);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    Map<String, String> keys = options.secretMap("serviceKeys");
    String url = Urls.base(options.url("apiURL").orElse(API));
    TransportOptions transport = TransportOptions.read(options);
    return context -> new PagerDutyV2Service(url, keys, context.exchange(service, transport));
  }
}
