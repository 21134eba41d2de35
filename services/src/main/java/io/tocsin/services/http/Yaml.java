package io.tocsin.services.http;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** YAML where a template's field may be written in it. */
public final class Yaml {
  private static final YAMLMapper MAPPER = new YAMLMapper();

  private Yaml() {}

  /**
   * Reads a list.
   *
   * @param field the field, for the error
   * @throws JsonException when it is anything else
   */
  public static List<?> list(String field, String text) {
    try {
      if (MAPPER.readValue(text, Object.class) instanceof List<?> list) {
        return list;
      }
    } catch (JacksonException malformed) {
      throw new JsonException(field, malformed);
    }
    throw new JsonException(field + " must be a list");
  }
}
