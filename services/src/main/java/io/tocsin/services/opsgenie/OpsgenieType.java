package io.tocsin.services.opsgenie;

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
import java.util.Map;
import java.util.function.Function;

/** The type {@code opsgenie}. */
public final class OpsgenieType extends AbstractServiceType {
  static final String KEY = "opsgenie";

  private static final String API = "https://api.opsgenie.com";
  private static final Field.Group RESPONDER =
      Field.texts(List.of("type", "name", "id", "username"));
  private static final Field.Group FIELDS =
      Field.group(
          "description", Field.text(),
          "priority", Field.text(),
          "alias", Field.text(),
          "note", Field.text(),
          "actions", Field.texts(),
          "tags", Field.texts(),
          "details", Field.textMap(),
          "entity", Field.text(),
          "visibleTo", new Field.Groups(RESPONDER),
          "user", Field.text());

  public OpsgenieType() {
    super(KEY, Section.of(KEY, FIELDS), Feature.RICH, Feature.SEVERAL);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    String url = options.string("apiUrl").filter(text -> !text.isEmpty()).orElse(API);
    Map<String, String> keys = options.secretMap("apiKeys");
    TransportOptions transport = TransportOptions.read(options);
    String base = Urls.base(url.contains("://") ? url : "https://" + url);
    return context -> new OpsgenieService(base, keys, context.exchange(service, transport));
  }
}
