package io.tocsin.services.mattermost;

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

/** The type {@code mattermost}. */
public final class MattermostType extends AbstractServiceType {
  static final String KEY = "mattermost";

  public MattermostType() {
    super(KEY, Section.of(KEY, Field.texts(List.of("attachments"))), Feature.RICH);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    String url = Urls.base(options.requiredUrl("apiURL"));
    String token = options.requiredSecret("token");
    TransportOptions transport = TransportOptions.read(options);
    return context -> new MattermostService(url, token, context.exchange(service, transport));
  }
}
