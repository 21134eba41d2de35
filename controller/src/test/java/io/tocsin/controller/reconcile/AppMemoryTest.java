package io.tocsin.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.tree.Documents;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppMemoryTest {
  private static final String SYNCED = "status: {sync: {status: Synced}}";
  private final AppMemory memory = new AppMemory();
  private final KubeObject before = version(1, "");

  private static KubeObject version(int version, String more) {
    return new KubeObject(
        Documents.asMapping(
                Documents.yaml(
                        "Application",
                        """
                        metadata: {name: shop, resourceVersion: '%d'}
                        spec: {project: default}
                        %s
                        """
                            .formatted(version, more))
                    .getFirst())
            .orElseThrow());
  }

  private KubeObject expected(Map<String, Object> patch) {
    return new Draft(Application.of(before)).patched(patch);
  }

  @Test
  void whatIsWrittenHereIsNoNews() {
    assertThat(memory.isNews(before)).isTrue();
    Map<String, Object> status = Map.of("status", Map.of("sync", Map.of("status", "Synced")));

    assertThat(memory.wrote(version(2, SYNCED), expected(status))).isFalse();
    assertThat(memory.isNews(version(2, SYNCED))).isFalse();
  }

  @Test
  void whatSomebodyElseWroteAMomentBeforeIsNews() {
    assertThat(memory.isNews(before)).isTrue();
    Map<String, Object> status = Map.of("status", Map.of("sync", Map.of("status", "Synced")));
    KubeObject answer = version(3, SYNCED + "\noperation: {sync: {}}");

    assertThat(memory.wrote(answer, expected(status))).isTrue();
  }

  @Test
  void aRequestThatIsTakenAwayHereIsNoNews() {
    Map<String, Object> patch = new HashMap<>();
    patch.put("operation", null);
    KubeObject requested = version(1, "operation: {sync: {}}");

    assertThat(memory.wrote(version(2, ""), new Draft(Application.of(requested)).patched(patch)))
        .isFalse();
  }
}
