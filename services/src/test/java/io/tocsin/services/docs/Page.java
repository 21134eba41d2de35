package io.tocsin.services.docs;

import io.tocsin.services.testing.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A page of the documentation, with its complete example. */
record Page(
    String name,
    Map<String, Object> configuration,
    Map<String, Object> secret,
    Map<String, Object> annotations) {
  static final Path FOLDER = Path.of("..", "docs", "services");

  static Stream<Page> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> !file.endsWith("README.md"))
          .sorted()
          .map(Page::read)
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Page read(Path file) {
    try {
      String text = Files.readString(file);
      String example = text.substring(text.indexOf("```yaml\n") + 8, text.lastIndexOf("```"));
      List<Map<String, Object>> documents =
          Arrays.stream(example.split("(?m)^---$")).map(Yaml::map).toList();
      return new Page(
          file.getFileName().toString().replace(".md", ""),
          part(documents, "ConfigMap", "data"),
          part(documents, "Secret", "stringData"),
          map(map(document(documents, "Application"), "metadata"), "annotations"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The configuration of the service, secrets filled in. */
  String service() {
    String text =
        configuration.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("service."))
            .findFirst()
            .map(entry -> String.valueOf(entry.getValue()))
            .orElseThrow();
    for (Map.Entry<String, Object> entry : secret.entrySet()) {
      text = text.replace("$" + entry.getKey(), String.valueOf(entry.getValue()));
    }
    return text;
  }

  String serviceKey() {
    return configuration.keySet().stream()
        .filter(key -> key.startsWith("service."))
        .findFirst()
        .orElseThrow();
  }

  /** Where the example's application sends to. */
  Map.Entry<String, Object> subscription() {
    return annotations.entrySet().iterator().next();
  }

  @Override
  public String toString() {
    return name;
  }

  private static Map<String, Object> part(
      List<Map<String, Object>> documents, String kind, String key) {
    return map(document(documents, kind), key);
  }

  private static Map<String, Object> document(List<Map<String, Object>> documents, String kind) {
    return documents.stream()
        .filter(document -> kind.equals(document.get("kind")))
        .findFirst()
        .orElse(Map.of());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> outer, String key) {
    return (Map<String, Object>) outer.getOrDefault(key, Map.of());
  }
}
