package io.tocsin.services.email;

import io.tocsin.services.NotificationService;
import io.tocsin.services.fields.Field;
import io.tocsin.services.fields.Section;
import io.tocsin.services.options.Options;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import java.util.Map;
import java.util.function.Function;

/** The type {@code email}. */
public final class EmailType extends AbstractServiceType {
  static final String KEY = "email";

  private static final String THREAD =
      "{{with .app}}{{.metadata.namespace}}/{{.metadata.name}}{{end}}";

  public EmailType() {
    super(
        KEY,
        Section.implied(
            KEY,
            Field.group(
                "subject", Field.kept(),
                "body", new Field.Html(),
                "escape", Field.fixed(),
                "thread", Field.text(THREAD)),
            Map.of()),
        Feature.RICH,
        Feature.THREADS,
        Feature.SEVERAL);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    EmailOptions email = EmailOptions.read(options);
    return context -> new EmailService(service, email, context);
  }
}
