package io.tocsin.bench.load.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CustomObjectsTest {
  private final CustomObjects objects = new CustomObjects("here", 3);

  private JsonNode made(int index) {
    return JsonMapper.shared().readTree(objects.make(index, Map.of("group", "1"), Map.of()));
  }

  @Test
  void areOfEachKindInTurn() {
    assertThat(IntStream.range(0, 4).mapToObj(i -> made(i).get("kind").asString()))
        .containsExactly("Task00", "Task01", "Task02", "Task00");
    assertThat(objects.kind(4).path())
        .isEqualTo("/apis/kinds.load.tocsin.io/v1/namespaces/here/task01s");
  }

  @Test
  void areAsLargeAsObjectsOfOperatorsAre() {
    assertThat(made(17).toString().length()).isBetween(1_400, 2_000);
    assertThat(made(17).toString()).doesNotContain("nightly-import").contains("task-00017-main");
    assertThat(made(17).at("/metadata/labels/group").asString()).isEqualTo("1");
  }

  @Test
  void areWatchedByTheirNames() {
    assertThat(objects.telling().resources())
        .containsOnlyKeys("task00", "task01", "task02")
        .containsEntry(
            "task01",
            Map.of(
                "group", "kinds.load.tocsin.io", "kind", "Task01", "namespaces", List.of("here")));
  }
}
