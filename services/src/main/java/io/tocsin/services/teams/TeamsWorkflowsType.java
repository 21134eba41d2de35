package io.tocsin.services.teams;

import io.tocsin.services.NotificationService;
import io.tocsin.services.fields.Field;
import io.tocsin.services.fields.Section;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.options.Options;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The type {@code teams-workflows}: Power Automate, which takes adaptive cards. */
public final class TeamsWorkflowsType extends AbstractServiceType {
  static final String KEY = "teams-workflows";

  public TeamsWorkflowsType() {
    super(
        KEY,
        Section.of(
            KEY,
            Field.kept(
                Stream.concat(TeamsCard.NAMES.stream(), Stream.of("adaptiveCard")).toList())),
        Feature.RICH,
        Feature.SEVERAL,
        Feature.RATE);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    Map<String, String> urls = options.urls("recipientUrls");
    urls.forEach(
        (recipient, url) -> {
          if (url.startsWith("http://") && !url.matches("http://(localhost|127\\.[\\d.]+)[:/].*")) {
            options.error("recipientUrls." + recipient, "must begin with https://");
          }
        });
    TransportOptions transport = TransportOptions.read(options);
    return context -> new TeamsWorkflowsService(urls, context.exchange(service, transport));
  }
}
