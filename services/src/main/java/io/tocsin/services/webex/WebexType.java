package io.tocsin.services.webex;

import io.tocsin.services.NotificationService;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.http.Urls;
import io.tocsin.services.options.Options;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import java.util.function.Function;

/** The type {@code webex}. */
public final class WebexType extends AbstractServiceType {
  static final String KEY = "webex";

  private static final String API = "https://webexapis.com";

  public WebexType() {
    super(KEY, Feature.SEVERAL);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    String token = options.requiredSecret("token");
    String url = Urls.base(options.url("apiURL").orElse(API));
    TransportOptions transport = TransportOptions.read(options);
    return context -> new WebexService(url, token, context.exchange(service, transport));
  }
}
