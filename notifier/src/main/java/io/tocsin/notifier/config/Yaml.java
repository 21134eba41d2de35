package io.tocsin.notifier.config;

import io.tocsin.controller.runtime.KubeObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** YAML and JSON as plain maps, lists, strings, booleans and Kubernetes' two kinds of numbers. */
public final class Yaml {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
          .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .enable(YAMLWriteFeature.LITERAL_BLOCK_STYLE)
          .disable(YAMLWriteFeature.SPLIT_LINES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();
  private static final ObjectMapper JSON = JsonMapper.shared();

  private Yaml() {}

  /**
   * Parses one document.
   *
   * @return null for an empty one
   * @throws ConfigurationException saying in a line what is wrong, and where
   */
  public static Object parse(String text) {
    List<Object> documents = documents(text);
    return documents.isEmpty() ? null : documents.getFirst();
  }

  /** Parses each document that is not empty. */
  public static List<Object> documents(String text) {
    List<Object> documents = new ArrayList<>();
    try (JsonParser parser = YAML.createParser(text)) {
      while (parser.nextToken() != null) {
        Object value = KubeObjects.numbers(parser.readValueAs(Object.class));
        if (value != null) {
          documents.add(value);
        }
      }
      return documents;
    } catch (JacksonException e) {
      String wrong = "is not valid YAML: ";
      throw new ConfigurationException(
          wrong + YamlMark.of(e) + reason(e),
          wrong + reason(e),
          new Place("", YamlMark.of(e).offset(text)));
    }
  }

  /** Parses a document that must be a mapping. */
  public static Map<String, Object> mapping(String text) {
    return asMapping(parse(text));
  }

  /** The value as a mapping, or the reason why it is none. */
  @SuppressWarnings("unchecked") // the parser makes no other keys
  public static Map<String, Object> asMapping(Object value) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new ConfigurationException("must be a mapping, but is " + describe(value));
  }

  public static String write(Object value) {
    return YAML.writeValueAsString(value);
  }

  /** One line of JSON. */
  public static String compact(Object value) {
    return JSON.writeValueAsString(value);
  }

  /** Indented JSON, ending in a line break. */
  public static String json(Object value) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
  }

  static String describe(Object value) {
    return switch (value) {
      case null -> "empty";
      case Map<?, ?> map -> "a mapping";
      case List<?> list -> "a list";
      case String text -> "a string";
      case Boolean truth -> "a boolean";
      default -> "a number";
    };
  }

  private static String reason(JacksonException e) {
    String reason =
        e.getOriginalMessage()
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith(" "))
            .reduce((context, problem) -> problem)
            .orElse("unreadable");
    return reason.contains("Expected a property name")
        ? "a mapping cannot be a key; a text that begins with {{ must stand in quotes"
        : reason;
  }
}
