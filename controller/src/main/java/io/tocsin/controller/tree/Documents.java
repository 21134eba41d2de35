package io.tocsin.controller.tree;

import io.tocsin.controller.runtime.KubeObjects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * YAML and JSON of files as maps, lists, strings, booleans and Kubernetes' two kinds of numbers.
 */
public final class Documents {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Documents() {}

  /**
   * Each document of the YAML that is not empty, read by YAML 1.1 as Kubernetes' tools read it:
   * {@code 0644} is octal, {@code yes} and {@code on} are true, {@code 1.0} is 1, keys are strings,
   * of equal keys the last one counts. JSON is YAML too.
   *
   * @param name of the file, for the error
   * @throws SourceException saying where the YAML is wrong
   */
  public static List<Object> yaml(String name, String text) {
    try {
      return new YamlReader(text).documents();
    } catch (YamlEngineException e) {
      throw new SourceException("%s is not valid YAML: %s".formatted(name, problem(e)), e);
    }
  }

  /**
   * The one document of the YAML that is not empty.
   *
   * @throws SourceException where it is no mapping, or not the only one
   */
  public static Map<String, Object> mapping(String name, String text) {
    List<Object> documents = yaml(name, text);
    if (documents.size() > 1) {
      throw new SourceException("%s holds more than one document".formatted(name));
    }
    return documents.isEmpty()
        ? Map.of()
        : asMapping(documents.getFirst())
            .orElseThrow(() -> new SourceException("%s is no mapping".formatted(name)));
  }

  /**
   * The one value of the JSON.
   *
   * @throws SourceException saying where the JSON is wrong
   */
  public static Object json(String name, String text) {
    try {
      return KubeObjects.numbers(JSON.readValue(text, Object.class));
    } catch (JacksonException e) {
      throw new SourceException("%s is not valid JSON: %s".formatted(name, problem(e)), e);
    }
  }

  /** The value as a mapping, if it is one. */
  @SuppressWarnings("unchecked") // the parsers make no other keys
  public static Optional<Map<String, Object>> asMapping(Object value) {
    return value instanceof Map<?, ?> map
        ? Optional.of((Map<String, Object>) map)
        : Optional.empty();
  }

  /** One line of JSON. */
  public static String compact(Object value) {
    return JSON.writeValueAsString(value);
  }

  private static String problem(YamlEngineException e) {
    if (e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
      Mark mark = marked.getProblemMark().get();
      return "line %d, column %d: %s"
          .formatted(mark.getLine() + 1, mark.getColumn() + 1, marked.getProblem());
    }
    return firstLine(e.getMessage());
  }

  private static String problem(JacksonException e) {
    String reason = firstLine(e.getOriginalMessage());
    return e.getLocation() == null || e.getLocation().getLineNr() < 1
        ? reason
        : "line %d, column %d: %s"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr(), reason);
  }

  private static String firstLine(String message) {
    return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
  }
}
