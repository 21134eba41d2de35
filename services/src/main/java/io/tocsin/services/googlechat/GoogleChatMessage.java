package io.tocsin.services.googlechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Json;
import io.tocsin.services.http.Yaml;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The body of a message by the reference of Google Chat's REST API. */
final class GoogleChatMessage {
  private GoogleChatMessage() {}

  static Map<String, Object> of(String message, Fields fields) {
    List<?> cards = list(fields, "cards");
    List<?> cardsV2 = list(fields, "cardsV2");
    return cards.isEmpty() && cardsV2.isEmpty()
        ? Json.fields("text", message)
        : Json.present(
            "cards", cards, "cardsV2", cardsV2.stream().map(GoogleChatMessage::withId).toList());
  }

  /** A card needs an id; one of its content is the same at each attempt. */
  private static Object withId(Object card) {
    if (card instanceof Map<?, ?> map && map.containsKey("card")) {
      return card;
    }
    UUID id = UUID.nameUUIDFromBytes(Json.write(card).getBytes(UTF_8));
    return Json.fields("cardId", id.toString(), "card", card);
  }

  /** Cards may be written in YAML, which JSON is, too. */
  private static List<?> list(Fields fields, String name) {
    String text = fields.text(name);
    return text.isBlank() ? List.of() : Yaml.list(GoogleChatType.KEY + "." + name, text);
  }
}
