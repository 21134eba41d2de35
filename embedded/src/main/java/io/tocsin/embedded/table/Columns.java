package io.tocsin.embedded.table;

import io.tocsin.embedded.json.Tree;
import io.tocsin.embedded.kinds.CustomType;
import io.tocsin.embedded.kinds.ResourceType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The columns of each kind. */
record Columns(Clock clock) {
  private static final String CREATED = "metadata.creationTimestamp";

  List<Column> of(ResourceType type) {
    List<Column> columns = new ArrayList<>();
    columns.add(
        new Column("Name", "string", "name", "", 0, object -> text(object, "metadata.name")));
    List<CustomType.Column> custom = type.custom().map(CustomType::columns).orElse(List.of());
    custom.forEach(column -> columns.add(custom(column)));
    if (custom.isEmpty()) {
      columns.addAll(builtIn(type));
    }
    return columns;
  }

  private Column custom(CustomType.Column column) {
    JsonPath path = JsonPath.parse(column.path());
    return new Column(
        column.name(),
        column.type(),
        column.format(),
        column.description(),
        column.priority(),
        column.type().equals("date")
            ? object -> Age.between(path.first(object), clock.instant())
            : path::first);
  }

  private List<Column> builtIn(ResourceType type) {
    return switch (type.resource()) {
      case "namespaces" -> List.of(path("Status", "status.phase"), age());
      case "configmaps" -> List.of(Column.text("Data", Columns::dataSize), age());
      case "secrets" ->
          List.of(path("Type", "type"), Column.text("Data", Columns::dataSize), age());
      case "pods" -> List.of(path("Status", "status.phase"), path("Node", "spec.nodeName"), age());
      case "services" ->
          List.of(path("Type", "spec.type"), path("Cluster-IP", "spec.clusterIP"), age());
      case "deployments.apps", "statefulsets.apps", "replicasets.apps" ->
          List.of(Column.text("Ready", Columns::ready), age());
      case "leases.coordination.k8s.io" -> List.of(path("Holder", "spec.holderIdentity"), age());
      case "events" -> events("involvedObject", "message", "lastTimestamp");
      case "events.events.k8s.io" -> events("regarding", "note", "deprecatedLastTimestamp");
      case "customresourcedefinitions.apiextensions.k8s.io" -> List.of(path("Created At", CREATED));
      default -> List.of(age());
    };
  }

  private List<Column> events(String about, String message, String last) {
    return List.of(
        Column.text(
            "Last Seen",
            event ->
                Age.between(
                    event.getOrDefault(last, event.getOrDefault("eventTime", at(event, CREATED))),
                    clock.instant())),
        path("Type", "type"),
        path("Reason", "reason"),
        Column.text(
            "Object", event -> text(event, about + ".kind") + "/" + text(event, about + ".name")),
        path("Message", message));
  }

  private Column age() {
    return Column.text("Age", object -> Age.between(at(object, CREATED), clock.instant()));
  }

  private static Column path(String name, String path) {
    return Column.text(name, object -> text(object, path));
  }

  private static String text(Map<String, Object> object, String path) {
    return Tree.textAt(object, path);
  }

  private static Object at(Map<String, Object> object, String path) {
    return Tree.at(object, List.of(path.split("\\.")));
  }

  private static Object dataSize(Map<String, Object> object) {
    return (long) Tree.map(object, "data").size() + Tree.map(object, "binaryData").size();
  }

  private static Object ready(Map<String, Object> object) {
    return Objects.toString(at(object, "status.readyReplicas"), "0")
        + "/"
        + Objects.toString(at(object, "spec.replicas"), "1");
  }
}
