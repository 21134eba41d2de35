package io.tocsin.notifier.preview;

import io.tocsin.notifier.preview.Part.Heading;
import io.tocsin.notifier.preview.Part.Link;
import io.tocsin.notifier.preview.Part.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bodies of requests to the robots of chats, known by their shape. */
final class RobotParts {
  private RobotParts() {}

  /** The message that a request's body is, where it is one of a chat. */
  static Optional<List<Part>> of(Object body) {
    if (!Json.text(body, "msgtype").isEmpty()) {
      return Optional.of(msgtype(Json.at(body, Json.text(body, "msgtype"))));
    }
    if (!Json.text(body, "msg_type").isEmpty()) {
      return Optional.of(feishu(body));
    }
    if (Json.text(body, "@type").equals("MessageCard")) {
      return Optional.of(TeamsParts.messageCard(body));
    }
    List<Part> parts = new ArrayList<>();
    add(parts, Json.text(body, "content"), Markup.MARKDOWN);
    add(parts, Json.text(body, "text"), Markup.MRKDWN);
    parts.addAll(SlackParts.blocks(Json.list(body, "blocks")));
    for (Object attachment : Json.list(body, "attachments")) {
      boolean card = Json.text(attachment, "contentType").contains("adaptive");
      parts.addAll(
          card
              ? TeamsParts.adaptiveCard(Json.at(attachment, "content"))
              : SlackParts.attachments(List.of(attachment), Markup.MRKDWN));
    }
    parts.addAll(embeds(Json.list(body, "embeds")));
    return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
  }

  /** DingTalk and WeCom. */
  private static List<Part> msgtype(Object content) {
    List<Part> parts = new ArrayList<>();
    titled(parts, Json.text(content, "title"), Json.text(content, "text"));
    add(parts, Json.text(content, "content"), Markup.MARKDOWN);
    link(parts, "", Json.text(content, "messageUrl"));
    link(parts, Json.text(content, "singleTitle"), Json.text(content, "singleURL"));
    for (Object button : Json.list(content, "btns")) {
      link(parts, Json.text(button, "title"), Json.text(button, "actionURL"));
    }
    for (Object item : Json.list(content, "links")) {
      link(parts, Json.text(item, "title"), Json.text(item, "messageURL"));
    }
    for (Object article : Json.list(content, "articles")) {
      link(parts, Json.text(article, "title"), Json.text(article, "url"));
      add(parts, Json.text(article, "description"), Markup.PLAIN);
    }
    return parts;
  }

  private static List<Part> feishu(Object body) {
    List<Part> parts = new ArrayList<>();
    add(parts, Json.text(body, "content", "text"), Markup.PLAIN);
    parts.addAll(feishuPost(Json.at(body, "content", "post")));
    parts.addAll(feishuCard(Json.at(body, "card")));
    return parts;
  }

  /** A post by language. */
  static List<Part> feishuPost(Object post) {
    List<Part> parts = new ArrayList<>();
    if (post instanceof Map<?, ?> languages) {
      for (Object language : languages.values()) {
        heading(parts, Json.text(language, "title"));
        for (Object line : Json.list(language, "content")) {
          StringBuilder text = new StringBuilder();
          if (line instanceof List<?> elements) {
            elements.forEach(element -> text.append(Json.text(element, "text")));
          }
          add(parts, text.toString(), Markup.PLAIN);
        }
      }
    }
    return parts;
  }

  static List<Part> feishuCard(Object card) {
    List<Part> parts = new ArrayList<>();
    heading(parts, Json.text(card, "header", "title", "content"));
    for (Object element : Json.list(card, "elements")) {
      add(parts, Json.text(element, "content"), Markup.MARKDOWN);
      add(parts, Json.text(element, "text", "content"), Markup.MARKDOWN);
      for (Object action : Json.list(element, "actions")) {
        link(parts, Json.text(action, "text", "content"), Json.text(action, "url"));
      }
    }
    return parts;
  }

  /** Discord's. */
  static List<Part> embeds(List<?> embeds) {
    List<Part> parts = new ArrayList<>();
    for (Object embed : embeds) {
      List<Part> inner = new ArrayList<>();
      String title = Json.text(embed, "title");
      if (Json.text(embed, "url").isEmpty()) {
        heading(inner, title);
      } else {
        link(inner, title, Json.text(embed, "url"));
      }
      add(inner, Json.text(embed, "description"), Markup.MARKDOWN);
      List<Part.Facts.Fact> facts =
          Json.list(embed, "fields").stream()
              .map(f -> new Part.Facts.Fact(Json.text(f, "name"), Json.text(f, "value")))
              .toList();
      if (!facts.isEmpty()) {
        inner.add(new Part.Facts(facts, Markup.MARKDOWN));
      }
      parts.add(new Part.Bar(colour(Json.at(embed, "color")), inner));
    }
    return parts;
  }

  private static String colour(Object number) {
    return number instanceof Long rgb ? "#%06x".formatted(rgb & 0xffffff) : "";
  }

  /** The title is shown apart where the text lacks it: chats list messages by it. */
  static void titled(List<Part> parts, String title, String text) {
    if (!text.contains(title)) {
      heading(parts, title);
    }
    add(parts, text, Markup.MARKDOWN);
  }

  private static void heading(List<Part> parts, String text) {
    if (!text.isEmpty()) {
      parts.add(new Heading(text));
    }
  }

  static void add(List<Part> parts, String text, Markup markup) {
    if (!text.isBlank()) {
      parts.add(new Text(text, markup));
    }
  }

  private static void link(List<Part> parts, String title, String address) {
    if (!title.isEmpty() || !address.isEmpty()) {
      parts.add(new Link(title.isEmpty() ? address : title, address));
    }
  }
}
