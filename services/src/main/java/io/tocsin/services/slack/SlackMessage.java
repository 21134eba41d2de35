package io.tocsin.services.slack;

import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Json;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The part of a message that posting and updating have in common. */
final class SlackMessage {
  private static final Pattern EMOJI = Pattern.compile(":.+:");

  private SlackMessage() {}

  static Map<String, Object> of(String text, Fields fields, SlackOptions options) {
    String icon = fields.text("icon", options.icon());
    boolean emoji = EMOJI.matcher(icon).matches();
    Map<String, Object> message =
        Json.present(
            "text",
            text,
            "username",
            fields.text("username", options.username()),
            "icon_emoji",
            emoji ? icon : "",
            "icon_url",
            emoji || !icon.matches("https?://.+") ? "" : icon,
            "attachments",
            list(fields, "attachments"),
            "blocks",
            list(fields, "blocks"));
    if (options.disableUnfurl()) {
      message.put("unfurl_links", false);
      message.put("unfurl_media", false);
    }
    return message;
  }

  private static List<?> list(Fields fields, String name) {
    String json = fields.text(name);
    return json.isBlank() ? List.of() : Json.list("slack." + name, json);
  }
}
