package io.tocsin.services.ntfy;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Notification;
import io.tocsin.services.Outcome;
import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Json;
import io.tocsin.services.http.Undelivered;
import io.tocsin.services.spi.Buckets;
import io.tocsin.services.spi.HttpService;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Publishes to the topics that recipients are. */
final class NtfyService extends HttpService {
  private static final List<String> PRIORITIES = List.of("min", "low", "default", "high", "max");

  private final NtfyOptions options;

  NtfyService(NtfyOptions options, Exchange exchange) {
    super(exchange);
    this.options = options;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    String topic = destination.recipient().isEmpty() ? options.topic() : destination.recipient();
    if (topic.isEmpty()) {
      return new Outcome.Rejected("neither the recipient nor the service names an ntfy topic");
    }
    Map<String, Object> message = message(topic, notification);
    http().send(options.sign(HttpRequest.json(options.url(), message)));
    return new Outcome.Delivered();
  }

  @Override
  public Limits limits(Destination destination) {
    return Limits.none(Buckets.of(NtfyType.KEY, options.url() + options.token()));
  }

  /** A message by ntfy's documentation of publishing as JSON. */
  private static Map<String, Object> message(String topic, Notification notification) {
    Fields fields = Fields.orNone(notification, NtfyType.KEY);
    String actions = fields.text("actions");
    return Json.present(
        "topic", topic,
        "message", fields.text("text", notification.message()),
        "title", fields.text("title"),
        "tags", fields.texts("tags"),
        "priority", priority(fields.text("priority")),
        "click", fields.text("click"),
        "icon", fields.text("icon"),
        "markdown", fields.flag("markdown") ? true : null,
        "actions", actions.isBlank() ? null : Json.list("ntfy.actions", actions));
  }

  /** A number from 1 to 5, or its name. */
  private static Integer priority(String text) {
    if (text.isBlank()) {
      return null;
    }
    String name = text.strip().toLowerCase(Locale.ROOT);
    int number =
        name.matches("[1-5]")
            ? Integer.parseInt(name)
            : PRIORITIES.indexOf(name.equals("urgent") ? "max" : name) + 1;
    if (number == 0) {
      throw Undelivered.rejected(
          "ntfy.priority must be 1 to 5 or a name such as high, not " + name);
    }
    return number;
  }
}
