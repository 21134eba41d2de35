package io.tocsin.services.googlechat;

import io.tocsin.services.NotificationService;
import io.tocsin.services.fields.Field;
import io.tocsin.services.fields.Section;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.options.Options;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The type {@code googlechat}. */
public final class GoogleChatType extends AbstractServiceType {
  static final String KEY = "googlechat";

  public GoogleChatType() {
    super(
        KEY,
        Section.of(KEY, Field.kept(List.of("cards", "cardsV2", "threadKey"))),
        Feature.RICH,
        Feature.THREADS,
        Feature.SEVERAL,
        Feature.RATE,
        Feature.SUCCESS);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    Map<String, String> urls = options.urls("webhooks");
    TransportOptions transport = TransportOptions.read(options);
    return context -> new GoogleChatService(urls, context.exchange(service, transport));
  }
}
