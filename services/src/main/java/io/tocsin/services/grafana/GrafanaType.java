package io.tocsin.services.grafana;

import io.tocsin.services.NotificationService;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.http.Urls;
import io.tocsin.services.options.Options;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.ServiceContext;
import java.util.function.Function;

/** The type {@code grafana}. */
public final class GrafanaType extends AbstractServiceType {
  public GrafanaType() {
    super("grafana");
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    String url = Urls.base(options.requiredUrl("apiUrl"));
    String key = options.requiredSecret("apiKey");
    TransportOptions transport = TransportOptions.read(options);
    return context ->
        new GrafanaService(url, key, context.clock(), context.exchange(service, transport));
  }
}
