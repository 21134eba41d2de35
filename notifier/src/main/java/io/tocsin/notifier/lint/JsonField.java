package io.tocsin.notifier.lint;

import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.Yaml;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text of a template that must be JSON once it is rendered.
 *
 * @param section the key in the template
 * @param name the field in the section; {@code outer.inner} for one in a group
 */
record JsonField(String section, String name, Form form) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final int EXCERPT = 30;

  /** What a text must be. */
  enum Form {
    ANY,
    LIST,
    OBJECT,
    YAML
  }

  /** All but those of webhooks. */
  static final List<JsonField> ALL =
      List.of(
          new JsonField("slack", "attachments", Form.LIST),
          new JsonField("slack", "blocks", Form.LIST),
          new JsonField("mattermost", "attachments", Form.LIST),
          new JsonField("rocketchat", "attachments", Form.LIST),
          new JsonField("discord", "embeds", Form.LIST),
          new JsonField("ntfy", "actions", Form.LIST),
          new JsonField("teams", "template", Form.OBJECT),
          new JsonField("teams", "facts", Form.LIST),
          new JsonField("teams", "sections", Form.LIST),
          new JsonField("teams", "potentialAction", Form.LIST),
          new JsonField("teams-workflows", "template", Form.OBJECT),
          new JsonField("teams-workflows", "adaptiveCard", Form.OBJECT),
          new JsonField("teams-workflows", "facts", Form.LIST),
          new JsonField("teams-workflows", "sections", Form.LIST),
          new JsonField("teams-workflows", "potentialAction", Form.LIST),
          new JsonField("googlechat", "cards", Form.YAML),
          new JsonField("googlechat", "cardsV2", Form.YAML),
          new JsonField("feishu", "post", Form.OBJECT),
          new JsonField("feishu", "card", Form.OBJECT),
          new JsonField("lark", "post", Form.OBJECT),
          new JsonField("lark", "card", Form.OBJECT),
          new JsonField("wecom", "templateCard", Form.OBJECT),
          new JsonField("github", "repositoryDispatch.client_payload", Form.OBJECT));

  String path() {
    return section + "." + name;
  }

  /** What is wrong with a text, if anything is; an empty one says nothing. */
  Optional<String> problem(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    return form == Form.YAML ? yaml(text) : json(text);
  }

  private Optional<String> json(String text) {
    try {
      Object value = JSON.readValue(text, Object.class);
      boolean fits =
          switch (form) {
            case LIST -> value instanceof List<?>;
            case OBJECT -> value instanceof Map<?, ?>;
            default -> true;
          };
      return fits
          ? Optional.empty()
          : Optional.of("must be a JSON " + (form == Form.LIST ? "list" : "object"));
    } catch (JacksonException e) {
      return Optional.of("is no JSON: " + near(text, e));
    }
  }

  private static Optional<String> yaml(String text) {
    try {
      return Yaml.parse(text) instanceof List<?>
          ? Optional.empty()
          : Optional.of("must be a list of cards, in JSON or YAML");
    } catch (ConfigurationException e) {
      return Optional.of(e.getMessage());
    }
  }

  private static String near(String text, JacksonException e) {
    String reason = e.getOriginalMessage().replaceFirst("(?s)( \\(.*|:.*)", "");
    long offset = e.getLocation() == null ? -1 : e.getLocation().getCharOffset();
    int at = Math.clamp(offset, 0, text.length());
    String around =
        text.substring(Math.max(0, at - EXCERPT), Math.min(text.length(), at + EXCERPT));
    return "%s near: %s"
        .formatted(reason.toLowerCase(Locale.ROOT), around.replaceAll("\\s+", " ").strip());
  }
}
