package io.tocsin.services.dingtalk;

import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Json;
import io.tocsin.services.http.Undelivered;
import io.tocsin.services.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The body of a robot's request, by DingTalk's documentation of the message types of custom robots.
 */
final class DingTalkMessage {
  private static final int LONGEST_TITLE = 64;

  private final String message;
  private final Fields fields;
  private final At at;

  DingTalkMessage(String message, Fields fields, At at) {
    this.message = message;
    this.fields = fields;
    this.at = at;
  }

  /** The request's body; the keyword is appended where the message lacks it. */
  Map<String, Object> json(String keyword) {
    String type = type();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("msgtype", type);
    json.put(type, content(type, keyword));
    if (at.anyone() && (type.equals("text") || type.equals("markdown"))) {
      json.put("at", at.json());
    }
    return json;
  }

  /** The type said, or else the one that has the fields said. */
  private String type() {
    String said = fields.text("msgtype");
    if (!said.isEmpty()) {
      return said;
    }
    if (!fields.groups("links").isEmpty()) {
      return "feedCard";
    }
    if (!fields.groups("buttons").isEmpty() || !fields.text("singleURL").isEmpty()) {
      return "actionCard";
    }
    if (!fields.text("messageUrl").isEmpty()) {
      return "link";
    }
    return fields.text("title").isEmpty() ? "text" : "markdown";
  }

  private Map<String, Object> content(String type, String keyword) {
    return switch (type) {
      case "text" -> Json.fields("content", at.mention(withKeyword(text(), keyword)));
      case "markdown" ->
          Json.fields("title", title(), "text", at.mention(withKeyword(text(), title(), keyword)));
      case "link" -> link(keyword);
      case "actionCard" -> actionCard(keyword);
      case "feedCard" ->
          Json.fields("links", fields.groups("links").stream().map(this::feed).toList());
      default ->
          throw Undelivered.rejected(
              "dingtalk.msgtype must be text, markdown, link, actionCard or feedCard, not " + type);
    };
  }

  private Map<String, Object> link(String keyword) {
    return Json.present(
        "title", title(),
        "text", withKeyword(text(), title(), keyword),
        "messageUrl", fields.text("messageUrl"),
        "picUrl", fields.text("picUrl"));
  }

  private Map<String, Object> actionCard(String keyword) {
    List<Fields> buttons = fields.groups("buttons");
    boolean single = buttons.isEmpty();
    return Json.present(
        "title", title(),
        "text", withKeyword(text(), title(), keyword),
        "btnOrientation", fields.text("btnOrientation"),
        "singleTitle", single ? fields.text("singleTitle", "查看详情") : "",
        "singleURL", single ? fields.text("singleURL") : "",
        "btns", buttons.stream().map(this::button).toList());
  }

  private Map<String, Object> button(Fields button) {
    return Json.fields("title", button.text("title"), "actionURL", button.text("actionURL"));
  }

  private Map<String, Object> feed(Fields link) {
    return Json.fields(
        "title", link.text("title"),
        "messageURL", link.text("messageURL"),
        "picURL", link.text("picURL"));
  }

  private String text() {
    return fields.text("text", message);
  }

  /** Markdown and cards need a title: it is what a phone shows before one opens the message. */
  private String title() {
    return fields.text("title", Texts.characters(Texts.firstLine(text()), LONGEST_TITLE));
  }

  private static String withKeyword(String text, String keyword) {
    return withKeyword(text, "", keyword);
  }

  private static String withKeyword(String text, String title, String keyword) {
    return text.contains(keyword) || title.contains(keyword)
        ? text
        : text.stripTrailing() + "\n\n" + keyword;
  }
}
