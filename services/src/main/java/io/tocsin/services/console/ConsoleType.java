package io.tocsin.services.console;

import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.options.Options;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.ServiceContext;
import java.util.function.Function;

/** The type {@code console}: it prints all that the templates say, for every type, as YAML. */
public final class ConsoleType extends AbstractServiceType {
  public ConsoleType() {
    super("console");
  }

  @Override
  public boolean reads(String key) {
    return true;
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    return context ->
        (notification, _) -> {
          String text = NotificationYaml.write(notification);
          context.console().accept(context.redactor().redact(text));
          return new Outcome.Delivered();
        };
  }
}
