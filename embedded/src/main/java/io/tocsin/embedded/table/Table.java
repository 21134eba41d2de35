package io.tocsin.embedded.table;

import io.tocsin.embedded.json.Json;
import io.tocsin.embedded.json.Tree;
import io.tocsin.embedded.kinds.ResourceType;
import io.tocsin.embedded.store.Stored;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows objects of a kind as {@code meta.k8s.io/v1} tables. */
public final class Table {
  private static final String API_VERSION = "meta.k8s.io/v1";

  private final ResourceType type;
  private final List<Column> columns;
  private final Rows rows;

  /** What a row tells of its object. */
  public enum Rows {
    WHOLE,
    METADATA,
    NOTHING
  }

  public Table(ResourceType type, Clock clock, Rows rows) {
    this.type = type;
    this.columns = new Columns(clock).of(type);
    this.rows = rows;
  }

  /**
   * A table as JSON.
   *
   * @param metadata that of the list, or of the object when there is one
   * @param withColumns whether to define the columns, which watches do once
   */
  public byte[] json(Map<String, Object> metadata, List<Stored> objects, boolean withColumns) {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("kind", "Table");
    table.put("apiVersion", API_VERSION);
    table.put("metadata", metadata);
    table.put(
        "columnDefinitions",
        withColumns ? columns.stream().map(Column::definition).toList() : null);
    table.put("rows", objects.stream().map(this::row).toList());
    return Json.bytes(table);
  }

  private Map<String, Object> row(Stored stored) {
    Map<String, Object> object = type.served(stored);
    Map<String, Object> row = new LinkedHashMap<>();
    List<Object> cells = new ArrayList<>();
    columns.forEach(column -> cells.add(column.cell().apply(object)));
    row.put("cells", cells);
    switch (rows) {
      case WHOLE -> row.put("object", object);
      case METADATA -> row.put("object", partial(object));
      case NOTHING -> {}
    }
    return row;
  }

  private static Map<String, Object> partial(Map<String, Object> object) {
    Map<String, Object> partial = new LinkedHashMap<>();
    partial.put("kind", "PartialObjectMetadata");
    partial.put("apiVersion", API_VERSION);
    partial.put("metadata", Tree.map(object, "metadata"));
    return partial;
  }
}
