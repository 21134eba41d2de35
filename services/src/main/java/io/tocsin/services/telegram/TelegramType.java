package io.tocsin.services.telegram;

import io.tocsin.services.NotificationService;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.http.Urls;
import io.tocsin.services.options.Options;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import java.util.function.Function;

/** The type {@code telegram}. */
public final class TelegramType extends AbstractServiceType {
  static final String KEY = "telegram";

  private static final String API = "https://api.telegram.org";

  public TelegramType() {
    super(KEY, Feature.RICH, Feature.THREADS, Feature.SEVERAL, Feature.RATE, Feature.SUCCESS);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    String token = options.requiredSecret("token");
    String api = Urls.base(options.url("apiURL").orElse(API));
    String parseMode = options.string("parseMode").orElse("Markdown");
    TransportOptions transport = TransportOptions.read(options);
    return context ->
        new TelegramService(
            api + "/bot" + token + "/sendMessage",
            parseMode,
            context.exchange(service, transport),
            context.clock());
  }
}
