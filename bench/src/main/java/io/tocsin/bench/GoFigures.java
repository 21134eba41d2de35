package io.tocsin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Go took, measured elsewhere. */
final class GoFigures {
  private GoFigures() {}

  /**
   * The nanoseconds by the name of the input.
   *
   * @param file a line {@code {"case":"x.tmpl","ns_per_op":1.0}} for each; other keys do not matter
   * @throws IllegalArgumentException when a line lacks one of them
   */
  static Map<String, Double> read(Path file) throws IOException {
    Map<String, Double> nanoseconds = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        JsonNode result = JsonMapper.shared().readTree(line);
        if (!result.path("case").isString() || !result.path("ns_per_op").isNumber()) {
          throw new IllegalArgumentException(
              file + ": a line lacks \"case\" or \"ns_per_op\": " + line);
        }
        nanoseconds.put(result.get("case").stringValue(), result.get("ns_per_op").doubleValue());
      }
    }
    return nanoseconds;
  }
}
