package io.tocsin.bench;

import io.tocsin.templates.functions.Helpers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder of conditions and templates, and the application that they are about. */
final class TemplateBenchmarkInputs {
  private final Path folder;

  TemplateBenchmarkInputs(String folder) {
    this.folder = Path.of(folder);
  }

  String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  /** The names of the files that end so, in order. */
  List<String> named(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(suffix))
          .sorted()
          .toList();
    }
  }

  /**
   * What {@code app.json} holds, and the helpers {@code time}, {@code strings} and {@code repo}.
   */
  Map<String, Object> variables() throws IOException {
    Map<String, Object> variables = new HashMap<>(Helpers.variables(Clock.systemUTC()));
    JsonMapper.builder()
        .build()
        .readTree(text("app.json"))
        .properties()
        .forEach(entry -> variables.put(entry.getKey(), value(entry.getValue())));
    return variables;
  }

  private static Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, Object> map = new HashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
        yield map;
      }
      case ARRAY -> {
        List<Object> list = new ArrayList<>();
        node.forEach(element -> list.add(value(element)));
        yield list;
      }
      case BOOLEAN -> node.booleanValue();
      case STRING -> node.stringValue();
      case NUMBER ->
          node.isIntegralNumber() ? (Object) node.longValue() : (Object) node.doubleValue();
      default -> null;
    };
  }
}
