package io.tocsin.bench.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoundTest {
  private final Bound most = new Bound(Optional.of(1.5), Optional.empty());
  private final Bound least = new Bound(Optional.empty(), Optional.of(64.0));

  @Test
  void theEndBelongsToIt() {
    assertThat(most.holds(1.5)).isTrue();
    assertThat(most.holds(1.51)).isFalse();
    assertThat(least.holds(64)).isTrue();
    assertThat(least.holds(63)).isFalse();
  }

  @Test
  void readsAsWords() {
    assertThat(most).hasToString("at most 1.5");
    assertThat(least).hasToString("at least 64");
  }
}
