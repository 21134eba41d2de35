package io.tocsin.notifier.preview;

import io.tocsin.notifier.preview.Part.Bar;
import io.tocsin.notifier.preview.Part.Divider;
import io.tocsin.notifier.preview.Part.Facts;
import io.tocsin.notifier.preview.Part.Facts.Fact;
import io.tocsin.notifier.preview.Part.Heading;
import io.tocsin.notifier.preview.Part.Link;
import io.tocsin.notifier.preview.Part.Picture;
import io.tocsin.notifier.preview.Part.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Blocks and attachments of Slack, and of the chats that took them over. */
final class SlackParts {
  private final Markup markup;
  private final List<Part> parts = new ArrayList<>();

  private SlackParts(Markup markup) {
    this.markup = markup;
  }

  static List<Part> blocks(List<?> blocks) {
    SlackParts slack = new SlackParts(Markup.MRKDWN);
    blocks.forEach(slack::block);
    return slack.parts;
  }

  /**
   * Attachments.
   *
   * @param markup of their texts
   */
  static List<Part> attachments(List<?> attachments, Markup markup) {
    return attachments.stream()
        .<Part>map(
            attachment -> {
              SlackParts slack = new SlackParts(markup);
              slack.attachment(attachment);
              return new Bar(Json.text(attachment, "color"), slack.parts);
            })
        .toList();
  }

  private void block(Object block) {
    switch (Json.text(block, "type")) {
      case "header" -> parts.add(new Heading(Json.text(block, "text", "text")));
      case "divider" -> parts.add(new Divider());
      case "image" -> parts.add(new Picture(Json.text(block, "alt_text")));
      case "section" -> section(block);
      case "context", "actions" -> Json.list(block, "elements").forEach(this::element);
      default -> parts.add(new Text(allTexts(block), Markup.PLAIN));
    }
  }

  private void section(Object block) {
    text(Json.at(block, "text"));
    List<Fact> facts =
        Json.list(block, "fields").stream()
            .map(field -> new Fact("", Json.text(field, "text")))
            .toList();
    if (!facts.isEmpty()) {
      parts.add(new Facts(facts, Markup.MRKDWN));
    }
    if (Json.at(block, "accessory") != null) {
      element(Json.at(block, "accessory"));
    }
  }

  private void element(Object element) {
    switch (Json.text(element, "type")) {
      case "button" ->
          parts.add(new Link(Json.text(element, "text", "text"), Json.text(element, "url")));
      case "image" -> parts.add(new Picture(Json.text(element, "alt_text")));
      default -> text(element);
    }
  }

  private void text(Object text) {
    String said = Json.text(text, "text");
    if (!said.isEmpty()) {
      boolean plain = Json.text(text, "type").equals("plain_text");
      parts.add(new Text(said, plain ? Markup.PLAIN : Markup.MRKDWN));
    }
  }

  private void attachment(Object attachment) {
    said(Json.text(attachment, "pretext"));
    said(Json.text(attachment, "author_name"));
    String title = Json.text(attachment, "title");
    String address = Json.text(attachment, "title_link");
    if (!title.isEmpty()) {
      parts.add(address.isEmpty() ? new Heading(title) : new Link(title, address));
    }
    said(Json.text(attachment, "text"));
    List<Fact> facts =
        Json.list(attachment, "fields").stream()
            .map(field -> new Fact(Json.text(field, "title"), Json.text(field, "value")))
            .toList();
    if (!facts.isEmpty()) {
      parts.add(new Facts(facts, markup));
    }
    Json.list(attachment, "blocks").forEach(this::block);
    for (Object action : Json.list(attachment, "actions")) {
      parts.add(new Link(Json.text(action, "text"), Json.text(action, "url")));
    }
    if (!Json.text(attachment, "image_url").isEmpty()) {
      parts.add(new Picture(title));
    }
    said(Json.text(attachment, "footer"));
  }

  private void said(String text) {
    if (!text.isEmpty()) {
      parts.add(new Text(text, markup));
    }
  }

  /** All texts in a block of a kind that has no shape here. */
  private static String allTexts(Object value) {
    StringBuilder all = new StringBuilder();
    switch (value) {
      case Map<?, ?> map -> {
        all.append(Json.text(map, "text"));
        map.values().stream()
            .filter(item -> !(item instanceof String))
            .forEach(item -> all.append(allTexts(item)));
      }
      case List<?> list -> list.forEach(item -> all.append(allTexts(item)));
      case null, default -> {
        // holds no text
      }
    }
    return all.toString();
  }
}
