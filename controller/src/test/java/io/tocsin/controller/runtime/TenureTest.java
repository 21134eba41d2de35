package io.tocsin.controller.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenureTest {
  private final List<String> calls = new ArrayList<>();
  private final Tenure tenure = new Tenure(Duration.ofMinutes(1));

  @Test
  void whoWasRefusedOnceIsRefusedUntilTheEndWasTold() {
    tenure.renewed(System.nanoTime());
    turn();
    assertThat(tenure.lasts()).isTrue();

    tenure.lost();
    assertThat(tenure.lasts()).isFalse();
    tenure.renewed(System.nanoTime());
    assertThat(tenure.lasts()).isFalse();

    turn();
    assertThat(tenure.lasts()).isTrue();
    turn();
    assertThat(calls).containsExactly("start", "stop", "start");
  }

  @Test
  void aLapseThatNobodyMetIsNone() {
    tenure.renewed(System.nanoTime());
    turn();
    tenure.lost();
    tenure.renewed(System.nanoTime());
    turn();

    assertThat(calls).containsExactly("start");
  }

  private void turn() {
    tenure.apply(() -> calls.add("start"), () -> calls.add("stop"));
  }
}
