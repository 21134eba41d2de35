package io.tocsin.services.discord;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Limits.Rate;
import io.tocsin.services.Notification;
import io.tocsin.services.Outcome;
import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Json;
import io.tocsin.services.http.Urls;
import io.tocsin.services.robots.Robots;
import io.tocsin.services.spi.Buckets;
import io.tocsin.services.spi.HttpService;
import io.tocsin.services.text.Texts;
import java.util.List;
import java.util.Map;

/** Executes one webhook, or several that recipients name. */
final class DiscordService extends HttpService {
  private static final Rate RATE = Rate.perMinute(30);
  private static final int LONGEST = 2000;

  private final Robots<String> robots;
  private final String username;
  private final String avatar;

  DiscordService(Robots<String> robots, String username, String avatar, Exchange exchange) {
    super(exchange);
    this.robots = robots;
    this.username = username;
    this.avatar = avatar;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    Fields fields = Fields.orNone(notification, DiscordType.KEY);
    String thread = fields.text("threadId");
    String url =
        Urls.append(
            robots.of(destination), thread.isEmpty() ? "" : "?thread_id=" + Urls.encode(thread));
    http().send(HttpRequest.json(url, message(notification.message(), fields)));
    return new Outcome.Delivered();
  }

  @Override
  public Limits limits(Destination destination) {
    return robots
        .find(destination)
        .map(url -> Limits.robot(Buckets.of(DiscordType.KEY, url), RATE))
        .orElseGet(() -> Limits.none(DiscordType.KEY));
  }

  /** Nobody is mentioned by what a commit's message happens to hold, unless a template wants it. */
  private Map<String, Object> message(String message, Fields fields) {
    String embeds = fields.text("embeds");
    Map<String, Object> json =
        Json.present(
            "content", Texts.characters(fields.text("text", message), LONGEST),
            "username", fields.text("username", username),
            "avatar_url", fields.text("avatarUrl", avatar),
            "embeds", embeds.isBlank() ? null : Json.list("discord.embeds", embeds));
    if (!fields.flag("mentions")) {
      json.put("allowed_mentions", Map.of("parse", List.of()));
    }
    return json;
  }
}
