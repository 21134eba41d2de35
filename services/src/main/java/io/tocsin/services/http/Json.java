package io.tocsin.services.http;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the services read and write it: maps, lists, texts, {@link Long} and {@link Double}. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .build();

  private Json() {}

  /** Compact JSON, keys in the map's order. */
  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /**
   * Reads any JSON value.
   *
   * @throws JsonException saying what is wrong and where
   */
  public static Object read(String text) {
    try {
      return MAPPER.readValue(text, Object.class);
    } catch (JacksonException malformed) {
      throw new JsonException(malformed);
    }
  }

  /** An object whose fields are in that order: a name and a value in turn. */
  public static Map<String, Object> fields(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  /** The same without those whose value is null or empty. */
  public static Map<String, Object> present(Object... namesAndValues) {
    Map<String, Object> fields = fields(namesAndValues);
    fields.values().removeIf(Json::empty);
    return fields;
  }

  private static boolean empty(Object value) {
    return switch (value) {
      case null -> true;
      case String text -> text.isEmpty();
      case Collection<?> items -> items.isEmpty();
      case Map<?, ?> map -> map.isEmpty();
      default -> false;
    };
  }

  /** The text as an object; empty when it is none. */
  @SuppressWarnings("unchecked")
  public static Optional<Map<String, Object>> object(String text) {
    try {
      return read(text) instanceof Map<?, ?> map
          ? Optional.of((Map<String, Object>) map)
          : Optional.empty();
    } catch (JsonException malformed) {
      return Optional.empty();
    }
  }

  /**
   * Reads what a template's field must say as a list.
   *
   * @param field the field, for the error
   * @throws JsonException when it is anything else
   */
  public static List<?> list(String field, String text) {
    if (readField(field, text) instanceof List<?> list) {
      return list;
    }
    throw new JsonException(field + " must be a list");
  }

  /**
   * Reads what a template's field must say as an object.
   *
   * @param field the field, for the error
   * @throws JsonException when it is anything else
   */
  public static Map<?, ?> object(String field, String text) {
    if (readField(field, text) instanceof Map<?, ?> map) {
      return map;
    }
    throw new JsonException(field + " must be an object");
  }

  private static Object readField(String field, String text) {
    try {
      return MAPPER.readValue(text, Object.class);
    } catch (JacksonException malformed) {
      throw new JsonException(field, malformed);
    }
  }
}
