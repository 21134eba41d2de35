package io.tocsin.services.teams;

import io.tocsin.services.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An adaptive card of the fields that message cards have. */
final class AdaptiveCard {
  private AdaptiveCard() {}

  static Map<String, Object> of(TeamsCard card) {
    List<Object> body = new ArrayList<>();
    String title = card.fields().text("title");
    if (!title.isEmpty()) {
      body.add(
          Json.present(
              "type",
              "TextBlock",
              "text",
              title,
              "size",
              "Large",
              "weight",
              "Bolder",
              "color",
              card.fields().text("themeColor"),
              "wrap",
              true));
    }
    if (!card.text().isEmpty()) {
      body.add(Json.fields("type", "TextBlock", "text", card.text(), "wrap", true));
    }
    addFacts(card.list("facts"), body);
    for (Object section : card.list("sections")) {
      if (section instanceof Map<?, ?> map && map.get("facts") instanceof List<?> facts) {
        addFacts(facts, body);
      }
    }
    return Json.present(
        "type",
        "AdaptiveCard",
        "version",
        "1.4",
        "body",
        body,
        "actions",
        actions(card.list("potentialAction")));
  }

  private static void addFacts(List<?> facts, List<Object> body) {
    List<Object> set = new ArrayList<>();
    for (Object fact : facts) {
      if (fact instanceof Map<?, ?> map && map.get("name") instanceof String name) {
        Object value = map.get("value");
        set.add(Json.fields("title", name, "value", value == null ? "" : String.valueOf(value)));
      }
    }
    if (!set.isEmpty()) {
      body.add(Json.fields("type", "FactSet", "facts", set));
    }
  }

  /** Only the action that opens a page has a counterpart. */
  private static List<Object> actions(List<?> actions) {
    List<Object> converted = new ArrayList<>();
    for (Object action : actions) {
      if (action instanceof Map<?, ?> map
          && "OpenUri".equals(map.get("@type"))
          && map.get("targets") instanceof List<?> targets
          && !targets.isEmpty()
          && targets.getFirst() instanceof Map<?, ?> target
          && target.get("uri") instanceof String uri) {
        converted.add(Json.present("type", "Action.OpenUrl", "title", map.get("name"), "url", uri));
      }
    }
    return converted;
  }
}
