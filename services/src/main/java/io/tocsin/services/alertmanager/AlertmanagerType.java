package io.tocsin.services.alertmanager;

import io.tocsin.services.NotificationService;
import io.tocsin.services.fields.Field;
import io.tocsin.services.fields.Section;
import io.tocsin.services.options.Options;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import java.util.Map;
import java.util.function.Function;

/** The type {@code alertmanager}. */
public final class AlertmanagerType extends AbstractServiceType {
  static final String KEY = "alertmanager";

  private static final Field.Group FIELDS =
      Field.group(
          "labels", new Field.TextMap(template -> Map.of("alertname", template)),
          "annotations", Field.textMap(),
          "generatorURL", Field.text("{{.app.spec.source.repoURL}}"));

  public AlertmanagerType() {
    super(KEY, Section.implied(KEY, FIELDS, Map.of("labels", Map.of())), Feature.RICH);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    AlertmanagerOptions manager = AlertmanagerOptions.read(options);
    return context ->
        new AlertmanagerService(
            manager, context.exchange(service, manager.transport()), context.clock());
  }
}
