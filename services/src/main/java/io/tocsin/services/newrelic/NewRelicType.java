package io.tocsin.services.newrelic;

import io.tocsin.services.NotificationService;
import io.tocsin.services.fields.Field;
import io.tocsin.services.fields.Section;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.http.Urls;
import io.tocsin.services.options.Options;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import java.util.Map;
import java.util.function.Function;

/** The type {@code newrelic}. */
public final class NewRelicType extends AbstractServiceType {
  static final String KEY = "newrelic";

  private static final String API = "https://api.newrelic.com";
  private static final String METADATA =
      "{{(call .repo.GetCommitMetadata .app.status.sync.revision).";

  /** A message alone asks nobody for the commit. */
  private static final Map<String, Object> IMPLIED = Map.of("changelog", "", "user", "");

  public NewRelicType() {
    super(
        KEY,
        Section.implied(
            KEY,
            Field.group(
                "revision",
                Field.text("{{.app.status.operationState.syncResult.revision}}"),
                "changelog",
                Field.text(METADATA + "Message}}"),
                "description",
                Field.text(),
                "user",
                Field.text(METADATA + "Author}}")),
            IMPLIED),
        Feature.RICH,
        Feature.SEVERAL);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    String key = options.requiredSecret("apiKey");
    String url = Urls.base(options.url("apiURL").orElse(API));
    TransportOptions transport = TransportOptions.read(options);
    return context -> new NewRelicService(url, key, context.exchange(service, transport));
  }
}
