package io.tocsin.services.mattermost;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Notification;
import io.tocsin.services.Outcome;
import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Json;
import io.tocsin.services.spi.Buckets;
import io.tocsin.services.spi.HttpService;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Posts to the channel whose id the recipient is. */
final class MattermostService extends HttpService {
  private final String url;
  private final String token;

  MattermostService(String url, String token, Exchange exchange) {
    super(exchange);
    this.url = url;
    this.token = token;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    String attachments = Fields.orNone(notification, MattermostType.KEY).text("attachments");
    List<?> list =
        attachments.isBlank() ? List.of() : Json.list("mattermost.attachments", attachments);
    Map<String, Object> post =
        Json.fields(
            "channel_id", destination.recipient(),
            "message", notification.message(),
            "props", Json.fields("attachments", list));
    http().send(HttpRequest.json(url + "/api/v4/posts", post).bearer(token));
    return new Outcome.Delivered();
  }

  @Override
  public Limits limits(Destination destination) {
    return new Limits(Buckets.of(MattermostType.KEY, url + token), 1, Optional.empty());
  }
}
