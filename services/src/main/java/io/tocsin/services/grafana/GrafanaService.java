package io.tocsin.services.grafana;

import io.tocsin.services.Destination;
import io.tocsin.services.Notification;
import io.tocsin.services.Outcome;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Json;
import io.tocsin.services.http.Urls;
import io.tocsin.services.spi.HttpService;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes annotations; the recipient is their tags, with {@code |} between. */
final class GrafanaService extends HttpService {
  private final String url;
  private final String key;
  private final Clock clock;

  GrafanaService(String url, String key, Clock clock, Exchange exchange) {
    super(exchange);
    this.url = url;
    this.key = key;
    this.clock = clock;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    List<String> tags =
        Stream.of(destination.recipient().split("\\|")).filter(tag -> !tag.isBlank()).toList();
    Map<String, Object> annotation =
        Json.fields(
            "time",
            clock.instant().getEpochSecond() * 1000,
            "isRegion",
            false,
            "tags",
            tags,
            "text",
            notification.message());
    http().send(HttpRequest.json(Urls.append(url, "annotations"), annotation).bearer(key));
    return new Outcome.Delivered();
  }
}
