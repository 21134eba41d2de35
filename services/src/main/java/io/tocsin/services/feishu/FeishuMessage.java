package io.tocsin.services.feishu;

import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Json;
import io.tocsin.services.http.Undelivered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The body of a robot's request, by the documentation of Feishu's custom bots. */
record FeishuMessage(String message, Fields fields, String keyword) {
  Map<String, Object> json() {
    String type = type();
    return switch (type) {
      case "text" -> Json.fields("msg_type", type, "content", Json.fields("text", text()));
      case "post" -> Json.fields("msg_type", type, "content", Json.fields("post", post()));
      case "interactive" -> Json.fields("msg_type", type, "card", card());
      default ->
          throw Undelivered.rejected("msgType must be text, post or interactive, not " + type);
    };
  }

  private String type() {
    String said = fields.text("msgType");
    if (!said.isEmpty()) {
      return said;
    }
    if (!fields.text("card").isBlank()) {
      return "interactive";
    }
    boolean post = !fields.text("post").isBlank() || !fields.text("title").isEmpty();
    return post ? "post" : "text";
  }

  private String text() {
    String mentions =
        mentioned().stream()
            .map(id -> " <at user_id=\"" + id + "\"></at>")
            .collect(Collectors.joining());
    return withKeyword(fields.text("text", message)) + mentions;
  }

  private Object post() {
    if (!fields.text("post").isBlank()) {
      return Json.object("post", fields.text("post"));
    }
    List<Object> lines = new ArrayList<>();
    for (String line : withKeyword(fields.text("text", message)).split("\n", -1)) {
      lines.add(List.of(Json.fields("tag", "text", "text", line)));
    }
    List<Object> mentions = new ArrayList<>();
    mentioned().forEach(id -> mentions.add(Json.fields("tag", "at", "user_id", id)));
    if (!mentions.isEmpty()) {
      lines.add(mentions);
    }
    return Json.fields("zh_cn", Json.fields("title", fields.text("title"), "content", lines));
  }

  /** The card said, or a plain one of title and text. */
  private Object card() {
    if (!fields.text("card").isBlank()) {
      return Json.object("card", fields.text("card"));
    }
    return Json.present(
        "header",
        fields.text("title").isEmpty()
            ? null
            : Json.fields(
                "title", Json.fields("tag", "plain_text", "content", fields.text("title"))),
        "elements",
        List.of(
            Json.fields("tag", "markdown", "content", withKeyword(fields.text("text", message)))));
  }

  private List<String> mentioned() {
    return fields.texts("at").stream().filter(id -> !id.isBlank()).toList();
  }

  private String withKeyword(String text) {
    return text.contains(keyword) || fields.text("title").contains(keyword)
        ? text
        : text.stripTrailing() + "\n" + keyword;
  }
}
