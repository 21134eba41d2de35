package io.tocsin.embedded.kinds;

import java.util.List;
import java.util.Optional;

/**
 * What a definition says of one version of its kind beyond the names.
 *
 * @param schema what objects may hold
 * @param columns what tables show after the name; the age when there are none
 * @param scaling where replicas are counted, when they are
 */
public record CustomType(Schema schema, List<Column> columns, Optional<Scaling> scaling) {
  public CustomType {
    columns = List.copyOf(columns);
  }

  /**
   * A column of a table.
   *
   * @param type such as {@code string} or {@code date}
   * @param path a simple JSON path such as {@code .status.sync.status}
   * @param priority above 0 only shown in wide tables
   */
  public record Column(
      String name, String type, String format, String description, String path, long priority) {}
}
