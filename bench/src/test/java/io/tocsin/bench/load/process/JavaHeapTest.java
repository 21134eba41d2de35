package io.tocsin.bench.load.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaHeapTest {
  @Test
  void readsTheTotalOfAHistogram() {
    String histogram =
        """
         num     #instances         #bytes  class name (module)
        -------------------------------------------------------
           1:         26003        3234656  [B (java.base@25)
           2:          3311         397368  TotalOfThings
        Total         98765        4567890
        """;
    assertThat(JavaHeap.parse(histogram)).hasValue(4_567_890);
  }

  @Test
  void anythingElseHasNone() {
    assertThat(JavaHeap.parse("4711: no such process")).isEmpty();
  }
}
