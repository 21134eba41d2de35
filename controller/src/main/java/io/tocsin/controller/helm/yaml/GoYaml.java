package io.tocsin.controller.helm.yaml;

import java.util.List;
import java.util.Map;

/**
 * YAML as Helm's library sigs.k8s.io/yaml has it: {@code yes} and {@code off} are booleans, {@code
 * 0644} is octal, keys are strings, of equal keys the last one counts. Thread-safe.
 */
public final class GoYaml {
  private GoYaml() {}

  /**
   * Reads the first document.
   *
   * @return null for an empty one
   * @throws YamlException saying in a line what is wrong, and where
   */
  public static Object read(String text, NumberStyle numbers) {
    List<Object> documents = YamlReader.documents(text, numbers);
    return documents.isEmpty() ? null : documents.getFirst();
  }

  /**
   * Reads each document, with null for an empty one.
   *
   * @throws YamlException saying in a line what is wrong, and where
   */
  public static List<Object> documents(String text, NumberStyle numbers) {
    return YamlReader.documents(text, numbers);
  }

  /**
   * Reads a document that must be a mapping or empty.
   *
   * @throws YamlException when it is something else
   */
  @SuppressWarnings("unchecked") // the reader makes no other keys
  public static Map<String, Object> mapping(String text, NumberStyle numbers) {
    return switch (read(text, numbers)) {
      case null -> Map.of();
      case Map<?, ?> map -> (Map<String, Object>) map;
      default -> throw new YamlException("must be a mapping");
    };
  }

  /**
   * Writes a document in blocks, ending in a line break, its keys in order. Whole numbers are
   * written whole, even a {@link Double}.
   *
   * @throws YamlException when the value is nested without end or has no JSON form
   */
  public static String write(Object value) {
    return YamlWriter.write(value);
  }

  /** The same with lists indented and no line broken. */
  public static String writePretty(Object value) {
    return YamlWriter.writePretty(value);
  }
}
