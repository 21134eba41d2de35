package io.tocsin.embedded.json;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Reads and writes JSON and YAML. Whole numbers are {@code Long}s; maps keep their order. */
public final class Json {
  private Json() {}

  /**
   * Parses a JSON object into a mutable map.
   *
   * @throws JacksonException when the text is no JSON object
   */
  public static Map<String, Object> object(byte[] json) {
    if (JsonText.read(json) instanceof Map<?, ?> map) {
      return Tree.asMap(map);
    }
    throw new StreamReadException(null, "the JSON is no object");
  }

  /**
   * Parses any JSON value.
   *
   * @throws JacksonException when the text is no JSON
   */
  public static Object value(byte[] json) {
    return JsonText.read(json);
  }

  /** Writes a value as compact JSON in UTF-8. */
  public static byte[] bytes(Object value) {
    return JsonText.write(value);
  }

  /**
   * Parses the first document of a YAML text into a mutable map.
   *
   * @throws JacksonException when the document is no mapping
   */
  public static Map<String, Object> yamlObject(byte[] yaml) {
    return Yaml.MAPPER.readValue(yaml, Yaml.OBJECT);
  }

  /** Writes a value as YAML in UTF-8. */
  public static byte[] yaml(Object value) {
    return Yaml.MAPPER.writeValueAsBytes(value);
  }

  /** Set up when it is first used, as many processes never do. */
  private static final class Yaml {
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT =
        new TypeReference<>() {};

    private static final ObjectMapper MAPPER =
        YAMLMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .build();
  }
}
