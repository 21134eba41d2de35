package io.tocsin.services.teams;

import io.tocsin.services.NotificationService;
import io.tocsin.services.fields.Field;
import io.tocsin.services.fields.Section;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.options.Options;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import java.util.Map;
import java.util.function.Function;

/** The type {@code teams}: Office 365 connectors, which take message cards. */
public final class TeamsType extends AbstractServiceType {
  static final String KEY = "teams";

  public TeamsType() {
    super(
        KEY,
        Section.of(KEY, Field.kept(TeamsCard.NAMES)),
        Feature.RICH,
        Feature.SEVERAL,
        Feature.RATE,
        Feature.SUCCESS);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    Map<String, String> urls = options.urls("recipientUrls");
    TransportOptions transport = TransportOptions.read(options);
    return context -> new TeamsService(urls, context.exchange(service, transport));
  }
}
