package io.tocsin.services.ntfy;

import io.tocsin.services.NotificationService;
import io.tocsin.services.fields.Field;
import io.tocsin.services.fields.Section;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.options.Options;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import java.util.function.Function;

/** The type {@code ntfy}. */
public final class NtfyType extends AbstractServiceType {
  static final String KEY = "ntfy";

  private static final Field.Group FIELDS =
      Field.group(
          "title", Field.text(),
          "text", Field.text(),
          "priority", Field.text(),
          "tags", Field.texts(),
          "click", Field.text(),
          "icon", Field.text(),
          "markdown", Field.flag(),
          "actions", Field.text());

  public NtfyType() {
    super(KEY, Section.of(KEY, FIELDS), Feature.RICH, Feature.SEVERAL);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    NtfyOptions ntfy = NtfyOptions.read(options);
    TransportOptions transport = TransportOptions.read(options);
    return context -> new NtfyService(ntfy, context.exchange(service, transport));
  }
}
