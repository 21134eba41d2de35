package io.tocsin.notifier.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NotifiedAnnotationTest {
  private static final String WRITTEN_BY_THE_ORIGINAL =
      "{\"<nil>:on-deployed:[0].y7b5sbwa2Q329JYH755peeq-fBs:dingtalk:\":1636437631,"
          + "\"on-sync-succeeded:[0].wy8kmnpAMXjZkvAzeX2yx-cS2rg:slack:a\":1636437632}";

  @Test
  void readsAndWritesTheOriginalsFormat() {
    Map<String, Long> entries =
        NotifiedAnnotation.read(Map.of(NotifiedAnnotation.NAME, WRITTEN_BY_THE_ORIGINAL));

    assertThat(entries).hasSize(2).containsValue(1636437631L);
    assertThat(NotifiedAnnotation.write(entries)).contains(WRITTEN_BY_THE_ORIGINAL);
  }

  @Test
  void anythingElseIsNoState() {
    assertThat(NotifiedAnnotation.read(Map.of())).isEmpty();
    assertThat(NotifiedAnnotation.read(Map.of(NotifiedAnnotation.NAME, "[1]"))).isEmpty();
    assertThat(NotifiedAnnotation.read(Map.of(NotifiedAnnotation.NAME, "{\"a\":{\"b\":1}}")))
        .isEmpty();
  }

  @Test
  void noEntriesMeansNoAnnotation() {
    assertThat(NotifiedAnnotation.write(Map.of())).isEmpty();
  }
}
