package io.tocsin.embedded.http;

import io.tocsin.embedded.kinds.ResourceType;
import io.tocsin.embedded.table.Table;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out whether a client wants tables. */
final class Tables {
  private Tables() {}

  /** The table that a client asks for before anything else that can be served. */
  static Optional<Table> wanted(Request request, ResourceType type, Clock clock) {
    String first =
        Stream.of(request.header("Accept").split(","))
            .map(String::strip)
            .filter(accept -> accept.startsWith("application/json"))
            .findFirst()
            .orElse("");
    Set<String> parameters = new HashSet<>(Arrays.asList(first.split("\\s*;\\s*")));
    if (!parameters.contains("as=Table") || !parameters.contains("v=v1")) {
      return Optional.empty();
    }
    return Optional.of(new Table(type, clock, rows(request.parameter("includeObject"))));
  }

  private static Table.Rows rows(String include) {
    return switch (include) {
      case "Object" -> Table.Rows.WHOLE;
      case "None" -> Table.Rows.NOTHING;
      default -> Table.Rows.METADATA;
    };
  }
}
