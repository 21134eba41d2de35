package io.tocsin.services.teams;

import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Json;
import java.util.List;

/** Reads the fields that both types have, JSON where they must be JSON. */
record TeamsCard(String key, Fields fields, String message) {
  /** The names of the fields; an empty text leaves what an earlier template said. */
  static final List<String> NAMES =
      List.of(
          "template",
          "title",
          "summary",
          "text",
          "themeColor",
          "facts",
          "sections",
          "potentialAction");

  String text() {
    return fields.text("text", message);
  }

  List<?> list(String name) {
    String json = fields.text(name);
    return json.isBlank() ? List.of() : Json.list(key + "." + name, json);
  }
}
