package io.tocsin.services.http;

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
   * Reads a list of objects.
   *
   * @throws JsonException when it is anything else
   */
  public static List<?> list(String text) {
    if (read(text) instanceof List<?> list) {
      return list;
    }
    throw new JsonException("a list is expected");
  }
}
