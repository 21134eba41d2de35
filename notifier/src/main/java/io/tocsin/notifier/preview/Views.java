package io.tocsin.notifier.preview;

import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.preview.Part.Heading;
import io.tocsin.notifier.preview.Part.Link;
import io.tocsin.services.Notification;
import io.tocsin.services.fields.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes of a rendered message what one service shows.
 *
 * @param type of the service
 * @param service its name
 * @param html whether mails are HTML
 */
record Views(String type, String service, boolean html, Notification said) {
  private static final View SILENT = new View.Nothing();

  View view() {
    Fields fields = Fields.orNone(said, type);
    View view =
        switch (type) {
          case "email" -> mail(fields);
          case "webhook" -> webhook(fields);
          case "slack" -> slack(fields);
          case "mattermost", "rocketchat" ->
              chat(
                  text(said.message(), Markup.MARKDOWN),
                  SlackParts.attachments(json(fields, "attachments"), Markup.MARKDOWN));
          case "discord" ->
              chat(
                  text(fields.text("text", said.message()), Markup.MARKDOWN),
                  RobotParts.embeds(json(fields, "embeds")));
          case "teams" -> teams(fields);
          case "teams-workflows" -> workflows(fields);
          case "dingtalk" -> dingtalk(fields);
          case "feishu", "lark" -> feishu(fields);
          case "wecom" -> wecom(fields);
          case "ntfy" ->
              chat(
                  heading(fields.text("title")),
                  text(fields.text("text", said.message()), Markup.MARKDOWN));
          case "telegram", "webex", "googlechat", "pushover", "console" -> other(Markup.MARKDOWN);
          default -> other(Markup.PLAIN);
        };
    boolean empty = view instanceof View.Chat(var parts) && parts.isEmpty();
    return empty ? SILENT : view;
  }

  private View mail(Fields fields) {
    String body = fields.text("body", said.message());
    String subject = fields.text("subject");
    return body.isBlank() && subject.isBlank() ? SILENT : new View.Mail(subject, body, html);
  }

  private View webhook(Fields fields) {
    Optional<Fields> request = fields.group(service);
    if (request.isEmpty()) {
      return SILENT;
    }
    String body = request.get().text("body");
    Optional<Object> json = Json.parse(body).filter(value -> !(value instanceof String));
    Optional<List<Part>> message = json.flatMap(RobotParts::of);
    return message.isPresent()
        ? new View.Chat(message.get())
        : new View.Request(
            request.get().text("method", "GET") + " " + request.get().text("path", "/"),
            json.map(Yaml::json).orElse(body));
  }

  /** Where there are blocks, the text is for notifications alone. */
  private View slack(Fields fields) {
    List<Part> blocks = SlackParts.blocks(json(fields, "blocks"));
    return chat(
        blocks.isEmpty() ? text(said.message(), Markup.MRKDWN) : blocks,
        SlackParts.attachments(json(fields, "attachments"), Markup.MRKDWN));
  }

  private View teams(Fields fields) {
    Optional<Object> whole = Json.parse(fields.text("template"));
    return chat(TeamsParts.messageCard(whole.orElseGet(() -> card(fields))));
  }

  private View workflows(Fields fields) {
    Optional<Object> adaptive = Json.parse(fields.text("adaptiveCard"));
    return adaptive.isPresent() ? chat(TeamsParts.adaptiveCard(adaptive.get())) : teams(fields);
  }

  private Map<String, Object> card(Fields fields) {
    Map<String, Object> card = new LinkedHashMap<>();
    for (String name : List.of("title", "themeColor")) {
      card.put(name, fields.text(name));
    }
    card.put("text", fields.text("text", said.message()));
    for (String name : List.of("facts", "sections", "potentialAction")) {
      card.put(name, json(fields, name));
    }
    return card;
  }

  private View dingtalk(Fields fields) {
    List<Part> parts = new ArrayList<>();
    RobotParts.titled(parts, fields.text("title"), fields.text("text", said.message()));
    for (String name : List.of("messageUrl", "singleURL")) {
      if (!fields.text(name).isEmpty()) {
        parts.add(new Link(fields.text("singleTitle", fields.text(name)), fields.text(name)));
      }
    }
    fields.groups("buttons").stream()
        .map(button -> new Link(button.text("title"), button.text("actionURL")))
        .forEach(parts::add);
    fields.groups("links").stream()
        .map(link -> new Link(link.text("title"), link.text("messageURL")))
        .forEach(parts::add);
    return chat(parts);
  }

  private View feishu(Fields fields) {
    Optional<Object> card = Json.parse(fields.text("card"));
    Optional<Object> post = Json.parse(fields.text("post"));
    if (card.isPresent()) {
      return chat(RobotParts.feishuCard(card.get()));
    }
    return post.isPresent()
        ? chat(RobotParts.feishuPost(post.get()))
        : chat(
            heading(fields.text("title")), text(fields.text("text", said.message()), Markup.PLAIN));
  }

  private View wecom(Fields fields) {
    List<Part> articles = new ArrayList<>();
    for (Fields article : fields.groups("articles")) {
      articles.add(new Link(article.text("title"), article.text("url")));
      RobotParts.add(articles, article.text("description"), Markup.PLAIN);
    }
    String markdown = fields.text("markdown");
    return markdown.isEmpty()
        ? chat(text(fields.text("text", said.message()), Markup.PLAIN), articles)
        : chat(text(markdown, Markup.MARKDOWN), articles);
  }

  private View other(Markup markup) {
    Object fields = said.fields().get(type);
    if (fields instanceof Map<?, ?> map && !map.isEmpty()) {
      Map<String, Object> all = new LinkedHashMap<>();
      if (!said.message().isBlank()) {
        all.put("message", said.message());
      }
      all.put(type, fields);
      return new View.Said(Yaml.write(all));
    }
    return chat(text(said.message(), markup));
  }

  @SafeVarargs
  private static View chat(List<Part>... parts) {
    List<Part> all = new ArrayList<>();
    for (List<Part> some : parts) {
      all.addAll(some);
    }
    return new View.Chat(all);
  }

  private static List<Part> heading(String text) {
    return text.isEmpty() ? List.of() : List.of(new Heading(text));
  }

  private static List<Part> text(String text, Markup markup) {
    List<Part> parts = new ArrayList<>();
    RobotParts.add(parts, text, markup);
    return parts;
  }

  /**
   * A list that a field holds as text.
   *
   * @throws ConfigurationException when it does not parse
   */
  private static List<?> json(Fields fields, String name) {
    try {
      return Json.list(Yaml.parse(fields.text(name)));
    } catch (ConfigurationException e) {
      throw new ConfigurationException(name + " " + e.getMessage());
    }
  }
}
