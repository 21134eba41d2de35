package io.tocsin.services.console;

import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.options.Options;
import io.tocsin.services.options.Validated;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import io.tocsin.services.spi.ServiceType;
import java.util.Map;
import java.util.Set;

/** The type {@code console}: it prints all that the templates say, for every type, as YAML. */
public final class ConsoleType implements ServiceType {
  @Override
  public String name() {
    return "console";
  }

  @Override
  public boolean reads(String key) {
    return true;
  }

  @Override
  public Set<Feature> features() {
    return Set.of();
  }

  @Override
  public Validated<NotificationService> create(
      String name, Map<String, Object> options, ServiceContext context) {
    return Options.read(
        configurationKey(name),
        options,
        _ ->
            () ->
                (notification, _) -> {
                  String text = NotificationYaml.write(notification);
                  context.console().accept(context.redactor().redact(text));
                  return new Outcome.Delivered();
                });
  }
}
