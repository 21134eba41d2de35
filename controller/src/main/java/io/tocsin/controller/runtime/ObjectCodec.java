package io.tocsin.controller.runtime;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads and writes objects as JSON, leaving out {@code managedFields}: nobody reads them, and they
 * are as long as the rest.
 */
final class ObjectCodec {
  private static final JsonFactory JSON = JsonFactory.builder().build();
  private static final String METADATA = "metadata";

  private ObjectCodec() {}

  static JsonParser parser(InputStream in) {
    return JSON.createParser(ObjectReadContext.empty(), in);
  }

  static JsonParser parser(byte[] bytes, int length) {
    return JSON.createParser(ObjectReadContext.empty(), bytes, 0, length);
  }

  /** Reads one object that stands alone. */
  static KubeObject read(InputStream in) {
    try (JsonParser parser = parser(in)) {
      parser.nextToken();
      return read(parser);
    }
  }

  /**
   * Reads no further than the metadata, which API servers write before specification and status.
   */
  static KubeObject head(InputStream in) {
    Map<String, Object> head = new LinkedHashMap<>();
    try (JsonParser parser = parser(in)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME && !head.containsKey(METADATA)) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals(METADATA)) {
          head.put(name, metadata(parser));
        } else {
          head.put(name, value(parser));
        }
      }
    }
    return new KubeObject(head);
  }

  /** Reads the object that begins at the parser's token. */
  static KubeObject read(JsonParser parser) {
    expectObject(parser);
    Map<String, Object> content = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      content.put(name, name.equals(METADATA) ? metadata(parser) : value(parser));
    }
    return new KubeObject(content);
  }

  static void write(KubeObject object, OutputStream out) {
    try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      write(generator, object.content());
    }
  }

  private static Object metadata(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return value(parser);
    }
    Map<String, Object> metadata = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("managedFields")) {
        parser.skipChildren();
      } else {
        metadata.put(name, value(parser));
      }
    }
    return metadata;
  }

  /** What begins at the parser's token, with Kubernetes' two kinds of numbers. */
  static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> map(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> parser.getString();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? (Object) parser.getDoubleValue()
              : (Object) parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_NULL -> null;
      default -> throw new StreamReadException(parser, "A value is missing.");
    };
  }

  private static Map<String, Object> map(JsonParser parser) {
    Map<String, Object> map = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      map.put(name, value(parser));
    }
    return map;
  }

  private static List<Object> list(JsonParser parser) {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(parser));
    }
    return list;
  }

  static void expectObject(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new StreamReadException(parser, "An object is missing.");
    }
  }

  private static void write(JsonGenerator generator, Object value) {
    switch (value) {
      case null -> generator.writeNull();
      case Map<?, ?> map -> {
        generator.writeStartObject();
        map.forEach(
            (name, item) -> {
              generator.writeName(String.valueOf(name));
              write(generator, item);
            });
        generator.writeEndObject();
      }
      case List<?> list -> {
        generator.writeStartArray();
        list.forEach(item -> write(generator, item));
        generator.writeEndArray();
      }
      case String text -> generator.writeString(text);
      case Boolean truth -> generator.writeBoolean(truth);
      case Long number -> generator.writeNumber(number);
      case Double number -> generator.writeNumber(number);
      default -> throw new IllegalArgumentException("no JSON: " + value.getClass());
    }
  }
}
