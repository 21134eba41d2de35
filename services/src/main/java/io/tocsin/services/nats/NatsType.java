package io.tocsin.services.nats;

import io.tocsin.services.NotificationService;
import io.tocsin.services.options.Options;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import java.util.function.Function;

/** The type {@code nats}. */
public final class NatsType extends AbstractServiceType {
  static final String KEY = "nats";

  public NatsType() {
    super(KEY, Feature.SIGNING, Feature.SEVERAL);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    NatsOptions nats = NatsOptions.read(options);
    return context -> new NatsService(service, nats, context);
  }
}
