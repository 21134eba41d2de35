package io.tocsin.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.embedded.contract.Wire.Answer;
import io.tocsin.embedded.json.Tree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What kubectl prints. */
@ClusterContract
class TableContractTest {
  private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";

  private final Wire wire;
  private final String namespace;

  TableContractTest(Cluster cluster) {
    wire = cluster.wire();
    namespace = cluster.newNamespace();
  }

  @Test
  void aDefinitionSaysWhichColumnsThereAre() {
    CustomKind kind = CustomKind.unique();
    kind.define(wire, "{}");
    wire.post(kind.path(namespace), kind.object("a", "\"spec\":{\"color\":\"red\"}"));

    Answer table = wire.accept(TABLE, kind.path(namespace));
    assertThat(table.at("kind")).isEqualTo("Table");
    assertThat(names(table)).containsExactly("Name", "Color", "Wide");
    Map<String, Object> row = Tree.asMap(Tree.list(table.body(), "rows").getFirst());
    assertThat(Tree.list(row, "cells")).containsExactly("a", "red", 3L);
    assertThat(Tree.textAt(row, "object.kind")).isEqualTo("PartialObjectMetadata");
    assertThat(Tree.textAt(row, "object.metadata.name")).isEqualTo("a");
  }

  @Test
  void namespacesShowTheirPhase() {
    Answer table = wire.accept(TABLE, "/api/v1/namespaces/" + namespace);

    assertThat(names(table)).containsExactly("Name", "Status", "Age");
    Map<String, Object> row = Tree.asMap(Tree.list(table.body(), "rows").getFirst());
    assertThat(Tree.list(row, "cells")).startsWith(namespace, "Active");
  }

  private static List<String> names(Answer table) {
    return Tree.list(table.body(), "columnDefinitions").stream()
        .map(column -> Tree.text(Tree.asMap(column), "name"))
        .toList();
  }
}
