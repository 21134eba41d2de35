package io.tocsin.embedded.api;

import io.tocsin.embedded.json.Tree;
import io.tocsin.embedded.patch.FieldSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An entry of {@code managedFields}: who set which fields, and how.
 *
 * @param operation {@code Apply} or {@code Update}
 */
record Owner(
    String manager,
    String operation,
    String apiVersion,
    String subresource,
    String time,
    FieldSet fields) {
  static final String APPLY = "Apply";
  static final String UPDATE = "Update";

  static Owner parse(Map<String, Object> entry) {
    return new Owner(
        Tree.text(entry, "manager"),
        Tree.text(entry, "operation"),
        Tree.text(entry, "apiVersion"),
        Tree.text(entry, "subresource"),
        Tree.text(entry, "time"),
        FieldSet.parse(Tree.map(entry, "fieldsV1")));
  }

  Map<String, Object> document() {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("manager", manager);
    entry.put("operation", operation);
    entry.put("apiVersion", apiVersion);
    entry.put("time", time);
    entry.put("fieldsType", "FieldsV1");
    entry.put("fieldsV1", fields.document());
    if (!subresource.isEmpty()) {
      entry.put("subresource", subresource);
    }
    return entry;
  }

  /** Whether both are entries of one manager for one operation. */
  boolean isLike(Owner other) {
    return manager.equals(other.manager)
        && operation.equals(other.operation)
        && subresource.equals(other.subresource);
  }

  Owner with(FieldSet other) {
    return new Owner(manager, operation, apiVersion, subresource, time, other);
  }

  /** The manager as conflicts name it. */
  String shown() {
    return operation.equals(UPDATE)
        ? "\"%s\" using %s".formatted(manager, apiVersion)
        : "\"%s\"".formatted(manager);
  }
}
