package io.tocsin.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.embedded.json.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Watches on the wire. */
@ClusterContract
class WatchContractTest {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Wire wire;
  private final String path;

  WatchContractTest(Cluster cluster) {
    wire = cluster.wire();
    path = "/api/v1/namespaces/" + cluster.newNamespace() + "/configmaps";
  }

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  @Test
  void aWatchShowsTheChangesAfterItsVersionInOrder() {
    String version = wire.get(path).at("metadata.resourceVersion");
    wire.post(path, "{\"metadata\":{\"name\":\"a\"}}");
    wire.patch(path + "/a", "merge-patch+json", "{\"data\":{\"k\":\"v\"}}");
    wire.delete(path + "/a");

    List<Map<String, Object>> events =
        wire.watch(
            path
                + "?watch=true&timeoutSeconds=1&fieldSelector=metadata.name%3Da&resourceVersion="
                + version);

    assertThat(events)
        .extracting(event -> event.get("type"))
        .containsExactly("ADDED", "MODIFIED", "DELETED");
    assertThat(events)
        .extracting(event -> Tree.textAt(event, "object.kind"))
        .containsOnly("ConfigMap");
    assertThat(versions(events)).isSorted().doesNotHaveDuplicates();
    assertThat(Tree.textAt(events.getLast(), "object.data.k")).isEqualTo("v");
  }

  @Test
  void aWatchWithoutAVersionBeginsWithWhatIsThere() {
    wire.post(path, "{\"metadata\":{\"name\":\"a\",\"labels\":{\"l\":\"1\"}}}");
    wire.post(path, "{\"metadata\":{\"name\":\"b\"}}");

    List<Map<String, Object>> events =
        wire.watch(path + "?watch=true&timeoutSeconds=1&labelSelector=l");

    assertThat(events).hasSize(1);
    assertThat(events.getFirst().get("type")).isEqualTo("ADDED");
    assertThat(Tree.textAt(events.getFirst(), "object.metadata.name")).isEqualTo("a");
  }

  @Test
  void anObjectThatLeavesASelectionIsDeletedThere() {
    String version = wire.get(path).at("metadata.resourceVersion");
    wire.post(path, "{\"metadata\":{\"name\":\"a\",\"labels\":{\"l\":\"1\"}}}");
    wire.patch(path + "/a", "merge-patch+json", "{\"metadata\":{\"labels\":{\"l\":\"2\"}}}");
    wire.patch(path + "/a", "merge-patch+json", "{\"metadata\":{\"labels\":{\"l\":\"1\"}}}");

    List<Map<String, Object>> events =
        wire.watch(
            path + "?watch=true&timeoutSeconds=1&labelSelector=l%3D1&resourceVersion=" + version);

    assertThat(events)
        .extracting(event -> event.get("type"))
        .containsExactly("ADDED", "DELETED", "ADDED");
    assertThat(Tree.textAt(events.get(1), "object.metadata.labels.l")).isEqualTo("1");
    assertThat(versions(events)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aWatchEndsAtItsTimeout() {
    Instant begin = Instant.now();
    wire.watch(path + "?watch=true&timeoutSeconds=1");

    assertThat(Duration.between(begin, Instant.now()))
        .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
  }

  /** The real server sends them only after changes and may miss the moment: several are asked. */
  @Test
  void bookmarksTellHowFarAWatchHasCome() {
    wire.post(path, "{\"metadata\":{\"name\":\"a\"}}");
    String version = wire.get(path).at("metadata.resourceVersion");
    String watch =
        path
            + "?watch=true&allowWatchBookmarks=true&resourceVersion="
            + version
            + "&timeoutSeconds=";
    List<CompletableFuture<List<Map<String, Object>>>> watches =
        IntStream.of(4, 5, 6)
            .mapToObj(
                seconds ->
                    CompletableFuture.supplyAsync(() -> wire.watch(watch + seconds), threads))
            .toList();
    AtomicInteger changes = new AtomicInteger();
    await()
        .until(
            () -> {
              String data = "{\"data\":{\"k\":\"%d\"}}".formatted(changes.incrementAndGet());
              wire.patch(path + "/a", "merge-patch+json", data);
              return watches.stream().allMatch(CompletableFuture::isDone);
            });

    List<Map<String, Object>> bookmarks =
        watches.stream()
            .flatMap(events -> events.join().stream())
            .filter(event -> "BOOKMARK".equals(event.get("type")))
            .toList();
    assertThat(bookmarks).isNotEmpty();
    for (Map<String, Object> bookmark : bookmarks) {
      assertThat(Tree.textAt(bookmark, "object.kind")).isEqualTo("ConfigMap");
      assertThat(Tree.textAt(bookmark, "object.metadata.name")).isEmpty();
    }
    assertThat(versions(bookmarks)).allMatch(bookmark -> bookmark > Long.parseLong(version));
  }

  @Test
  void theOldPathsOfWatchesAreServed() {
    wire.post(path, "{\"metadata\":{\"name\":\"a\"}}");
    String old = path.replace("/api/v1/", "/api/v1/watch/");

    assertThat(wire.watch(old + "/a?timeoutSeconds=1"))
        .extracting(event -> Tree.textAt(event, "object.metadata.name"))
        .containsExactly("a");
  }

  private static List<Long> versions(List<Map<String, Object>> events) {
    return events.stream()
        .map(event -> Long.parseLong(Tree.textAt(event, "object.metadata.resourceVersion")))
        .toList();
  }
}
