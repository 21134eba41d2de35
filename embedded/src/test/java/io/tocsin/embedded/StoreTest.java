package io.tocsin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.embedded.api.Failure;
import io.tocsin.embedded.json.Tree;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The objects without HTTP, and what controllers of a cluster do to them. */
class StoreTest {
  private final EmbeddedKubernetes server =
      EmbeddedKubernetes.start(
          Options.defaults()
              .withClock(Clock.fixed(Instant.parse("2026-02-03T04:05:06.789Z"), ZoneOffset.UTC)));
  private final Store store = server.store();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anObjectGoesInWithItsStatusAndItsNamespaceIsMade() {
    store.put(TestObjects.definition());
    Map<String, Object> put = store.put(TestObjects.application("guestbook"));

    assertThat(Tree.textAt(put, "status.sync.status")).isEqualTo("Synced");
    assertThat(Tree.textAt(put, "metadata.creationTimestamp")).isEqualTo("2026-02-03T04:05:06Z");
    assertThat(store.get("v1", "Namespace", "", "argocd")).isPresent();
    assertThat(store.list("argoproj.io/v1alpha1", "Application")).containsExactly(put);
  }

  @Test
  void anObjectIsReplacedWhateverItsVersion() {
    store.put(TestObjects.configMap("default", "cm", "1"));
    Map<String, Object> second = store.put(TestObjects.configMap("default", "cm", "2"));

    assertThat(store.get("v1", "ConfigMap", "default", "cm")).contains(second);
    assertThat(Tree.textAt(second, "data.key")).isEqualTo("2");
  }

  @Test
  void whatTheApiRefusesIsRefused() {
    assertThatThrownBy(() -> store.put(TestObjects.configMap("default", "No_Name", "1")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("metadata.name: Invalid value");
    assertThatThrownBy(() -> store.put(TestObjects.application("guestbook")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no kind Application in version argoproj.io/v1alpha1.");
  }

  @Test
  void aNamespaceTakesItsContentWithIt() {
    store.put(TestObjects.configMap("team", "cm", "1"));

    assertThat(store.delete("v1", "Namespace", "", "team")).isTrue();
    assertThat(store.get("v1", "ConfigMap", "team", "cm")).isEmpty();
    assertThat(store.get("v1", "Namespace", "", "team")).isEmpty();
  }

  @Test
  void aNamespaceWaitsForFinalizersOfItsContent() {
    Map<String, Object> held = TestObjects.configMap("team", "held", "1");
    Tree.ensureMap(held, "metadata").put("finalizers", List.of("example.com/hold"));
    store.put(held);
    store.delete("v1", "Namespace", "", "team");

    assertThat(Tree.textAt(store.get("v1", "Namespace", "", "team").orElseThrow(), "status.phase"))
        .isEqualTo("Terminating");
    assertThatThrownBy(() -> store.put(TestObjects.configMap("team", "new", "1")))
        .hasMessageContaining("because it is being terminated");
    store.put(TestObjects.configMap("team", "held", "1"));
    assertThat(store.get("v1", "Namespace", "", "team")).isEmpty();
  }

  @Test
  void dependentsGoWithTheirLastOwner() {
    Map<String, Object> owner = store.put(TestObjects.configMap("default", "owner", "1"));
    store.put(ownedBy("dependent", Tree.textAt(owner, "metadata.uid")));

    store.delete("v1", "ConfigMap", "default", "owner");
    assertThat(store.get("v1", "ConfigMap", "default", "dependent")).isEmpty();
  }

  private static Map<String, Object> ownedBy(String name, String uid) {
    Map<String, Object> object = TestObjects.configMap("default", name, "1");
    Tree.ensureMap(object, "metadata")
        .put(
            "ownerReferences",
            List.of(Map.of("apiVersion", "v1", "kind", "ConfigMap", "name", "owner", "uid", uid)));
    return object;
  }

  @Test
  void aPortOrHistoryThatCannotBeIsRefused() {
    assertThatThrownBy(() -> Options.defaults().withPort(70_000))
        .hasMessage("The port 70000 is not from 0 to 65535.");
    assertThatThrownBy(() -> Options.defaults().withHistory(0))
        .hasMessage("A history of 0 changes is too short.");
  }
}
