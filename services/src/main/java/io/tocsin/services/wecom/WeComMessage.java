package io.tocsin.services.wecom;

import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Json;
import io.tocsin.services.http.Undelivered;
import io.tocsin.services.text.Texts;
import java.util.List;
import java.util.Map;

/** The body of a robot's request, by WeCom's documentation of the message types. */
record WeComMessage(String message, Fields fields) {
  private static final int LONGEST_TEXT = 2048;
  private static final int LONGEST_MARKDOWN = 4096;

  Map<String, Object> json() {
    String type = type();
    return Json.fields("msgtype", type, type, content(type));
  }

  private String type() {
    String said = fields.text("msgtype");
    if (!said.isEmpty()) {
      return said;
    }
    if (!fields.text("templateCard").isBlank()) {
      return "template_card";
    }
    if (!fields.groups("articles").isEmpty()) {
      return "news";
    }
    return fields.text("markdown").isEmpty() ? "text" : "markdown";
  }

  private Object content(String type) {
    return switch (type) {
      case "text" ->
          Json.present(
              "content", Texts.bytes(fields.text("text", message), LONGEST_TEXT),
              "mentioned_list", names("mentioned"),
              "mentioned_mobile_list", names("mentionedMobiles"));
      case "markdown", "markdown_v2" ->
          Json.fields(
              "content",
              Texts.bytes(fields.text("markdown", fields.text("text", message)), LONGEST_MARKDOWN));
      case "news" ->
          Json.fields("articles", fields.groups("articles").stream().map(this::article).toList());
      case "template_card" -> Json.object("wecom.templateCard", fields.text("templateCard"));
      default ->
          throw Undelivered.rejected(
              "wecom.msgtype must be text, markdown, markdown_v2, news or template_card, not "
                  + type);
    };
  }

  private Map<String, Object> article(Fields article) {
    return Json.present(
        "title", article.text("title"),
        "description", article.text("description"),
        "url", article.text("url"),
        "picurl", article.text("picurl"));
  }

  private List<String> names(String name) {
    return fields.texts(name).stream().filter(text -> !text.isBlank()).toList();
  }
}
