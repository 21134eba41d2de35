package io.tocsin.services.gcppubsub;

import io.tocsin.services.NotificationService;
import io.tocsin.services.fields.Field;
import io.tocsin.services.fields.Section;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.http.Undelivered;
import io.tocsin.services.options.Options;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import java.util.Optional;
import java.util.function.Function;

/** The type {@code gcppubsub}. */
public final class PubSubType extends AbstractServiceType {
  static final String KEY = "gcppubsub";

  public PubSubType() {
    super(
        KEY,
        Section.of(KEY, Field.group("attributes", Field.textMap())),
        Feature.RICH,
        Feature.SIGNING,
        Feature.SEVERAL);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    String project = options.required("project");
    String topic = options.string("topic").orElse("");
    Optional<String> file = options.string("keyFile").filter(text -> !text.isEmpty());
    TransportOptions transport = TransportOptions.read(options);
    return context -> {
      Exchange exchange = context.exchange(service, transport);
      Optional<String> emulator =
          Optional.ofNullable(context.environment().get("PUBSUB_EMULATOR_HOST"));
      return new PubSubService(
          emulator.map(host -> "http://" + host).orElse("https://pubsub.googleapis.com"),
          project,
          topic,
          emulator.isPresent() ? () -> Optional.empty() : tokens(file, context, exchange),
          exchange);
    };
  }

  private static GoogleTokens tokens(
      Optional<String> file, ServiceContext context, Exchange exchange) {
    if (file.isPresent() && !context.files()) {
      return () -> {
        throw Undelivered.rejected("keyFile cannot be used in the configuration of a namespace");
      };
    }
    return GoogleTokens.of(file, context.environment(), exchange, context.clock());
  }
}
