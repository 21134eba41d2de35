package io.tocsin.services.rocketchat;

import io.tocsin.services.NotificationService;
import io.tocsin.services.fields.Field;
import io.tocsin.services.fields.Section;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.options.Options;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import java.util.List;
import java.util.function.Function;

/** The type {@code rocketchat}. */
public final class RocketChatType extends AbstractServiceType {
  static final String KEY = "rocketchat";

  public RocketChatType() {
    super(KEY, Section.of(KEY, Field.texts(List.of("attachments"))), Feature.RICH, Feature.SUCCESS);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    RocketChatOptions chat = RocketChatOptions.read(options);
    TransportOptions transport = TransportOptions.read(options);
    return context -> new RocketChatService(chat, context.exchange(service, transport));
  }
}
