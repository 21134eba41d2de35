package io.tocsin.bench.load.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcFilesTest {
  @Test
  void addsUpTheTimesOfAProcessWhateverItsName() {
    String stat =
        "4711 (a (b) c) S 1 4711 4711 0 -1 4194560 100 0 0 0 250 150 30 70 20 0 35 0 99 1 2 3";
    assertThat(ProcFiles.cpuSeconds(stat)).isEqualTo(5.0);
  }

  @Test
  void findsThisProcess() {
    long own = ProcessHandle.current().pid();
    assertThat(ProcFiles.resident(own)).isBetween(10_000_000L, 20_000_000_000L);
    assertThat(ProcFiles.peak(own)).isGreaterThanOrEqualTo(ProcFiles.resident(own) / 2);
    assertThat(ProcFiles.cpuSeconds(own)).isPositive();
  }

  @Test
  void aProcessThatIsGoneUsesNothing() {
    assertThat(ProcFiles.resident(Integer.MAX_VALUE)).isZero();
    assertThat(ProcFiles.cpuSeconds(Integer.MAX_VALUE)).isZero();
  }
}
