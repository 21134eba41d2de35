package io.tocsin.templates.golang.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What Go answered, a line of fields each. */
final class TimeCases {
  private TimeCases() {}

  static Stream<List<String>> of(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                TimeCases.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
