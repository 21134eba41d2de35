package io.tocsin.controller.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectStoreTest {
  private static final ObjectKey KEY = new ObjectKey("argocd", "guestbook");

  private static final String JSON =
      """
      {"apiVersion": "argoproj.io/v1alpha1", "kind": "Application",
       "metadata": {"name": "guestbook", "namespace": "argocd", "uid": "u", "resourceVersion": "7",
         "labels": {"team": "payments"}, "annotations": {"note": "läuft ✓"},
         "managedFields": [{"manager": "kubectl", "fieldsV1": {"f:spec": {}}}]},
       "spec": {"project": "shop", "list": [1, 1.5, -3, true, false, null, "", [], {}],
         "large": 123456789012345678901234567890, "longest": 9223372036854775807}}
      """;

  private final ObjectStore store = new ObjectStore(o -> o.text("spec", "project").orElse(""));

  @Test
  void anObjectComesOutAsItWasReadLessManagedFields() {
    KubeObject object = read();

    store.put(object);

    KubeObject kept = store.get(KEY).orElseThrow().object();
    assertThat(kept).isEqualTo(object);
    assertThat(kept.at("metadata", "managedFields")).isNull();
    assertThat(kept.at("spec", "list"))
        .isEqualTo(Arrays.asList(1L, 1.5, -3L, true, false, null, "", List.of(), Map.of()));
    assertThat(kept.at("spec", "large")).isEqualTo(1.2345678901234568e29);
    assertThat(kept.at("spec", "longest")).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whatIsLookedUpIsThereWithoutTheWhole() {
    store.put(read());

    PackedObject packed = store.get(KEY).orElseThrow();

    assertThat(packed.resourceVersion()).isEqualTo("7");
    assertThat(packed.uid()).isEqualTo("u");
    assertThat(packed.group()).isEqualTo("shop");
    assertThat(packed.labels()).containsExactly(Map.entry("team", "payments"));
    assertThat(packed.annotations()).containsExactly(Map.entry("note", "läuft ✓"));
  }

  @Test
  void aLargeObjectTakesLittle() {
    Map<String, Object> resource = Map.of("kind", "Deployment", "status", "Synced");
    KubeObject large =
        new KubeObject(
            Map.of(
                "metadata",
                Map.of("name", "guestbook", "namespace", "argocd"),
                "status",
                Map.of("resources", Collections.nCopies(1000, resource))));

    store.put(large);

    assertThat(store.get(KEY).orElseThrow().size()).isLessThan(500);
  }

  private static KubeObject read() {
    return ObjectCodec.read(new ByteArrayInputStream(JSON.getBytes(StandardCharsets.UTF_8)));
  }
}
