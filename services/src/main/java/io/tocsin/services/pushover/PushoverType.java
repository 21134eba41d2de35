package io.tocsin.services.pushover;

import io.tocsin.services.NotificationService;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.http.Urls;
import io.tocsin.services.options.Options;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import java.util.function.Function;

/** The type {@code pushover}. */
public final class PushoverType extends AbstractServiceType {
  static final String KEY = "pushover";

  private static final String API = "https://api.pushover.net";

  public PushoverType() {
    super(KEY, Feature.SEVERAL, Feature.SUCCESS);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    String token = options.requiredSecret("token");
    String url = Urls.base(options.url("apiURL").orElse(API));
    TransportOptions transport = TransportOptions.read(options);
    return context -> new PushoverService(url, token, context.exchange(service, transport));
  }
}
