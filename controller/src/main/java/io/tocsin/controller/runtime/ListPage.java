package io.tocsin.controller.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The bytes of a page of a list, and what it says of itself: API servers write where the list goes
 * on behind the objects. Can be filled again, so that its memory is taken once.
 */
final class ListPage extends ByteArrayOutputStream {
  private static final String ITEMS = "items";

  private KubeObject list = new KubeObject(Map.of());

  void fill(InputStream in) throws IOException {
    reset();
    in.transferTo(this);
    Map<String, Object> fields = new LinkedHashMap<>();
    read(
        (name, parser) -> {
          if (name.equals(ITEMS)) {
            parser.skipChildren();
          } else {
            fields.put(name, ObjectCodec.value(parser));
          }
        });
    list = new KubeObject(fields);
  }

  /** Where the list goes on; empty for the last page. */
  String next() {
    return list.text("metadata", "continue").orElse("");
  }

  /** The version of the list, after which a watch goes on. */
  String version() {
    return list.resourceVersion();
  }

  /** Parses one object after the other. */
  void items(Consumer<KubeObject> each) {
    read(
        (name, parser) -> {
          if (name.equals(ITEMS) && parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
              each.accept(ObjectCodec.read(parser));
            }
          } else {
            parser.skipChildren();
          }
        });
  }

  /** Takes the value of a field, at whose first token the parser is. */
  private interface Field {
    void take(String name, JsonParser parser);
  }

  private void read(Field field) {
    try (JsonParser parser = ObjectCodec.parser(buf, count)) {
      parser.nextToken();
      ObjectCodec.expectObject(parser);
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        field.take(name, parser);
      }
    }
  }
}
