package io.tocsin.bench.load.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
  @Test
  void eachIsOneOfTheValues() {
    var hundred = Percentiles.of(IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray());
    assertThat(hundred.at(50)).isEqualTo(50);
    assertThat(hundred.at(95)).isEqualTo(95);
    assertThat(hundred.at(99)).isEqualTo(99);
    assertThat(hundred.max()).isEqualTo(100);
    assertThat(Percentiles.of(3, 1, 2).at(50)).isEqualTo(2);
    assertThat(Percentiles.of(3, 1, 2).at(95)).isEqualTo(3);
  }

  @Test
  void whatIsNoNumberDoesNotCount() {
    assertThat(Percentiles.of(Double.NaN, 7).count()).isEqualTo(1);
    assertThat(Percentiles.of(Double.NaN, 7).at(1)).isEqualTo(7);
  }

  @Test
  void nothingHasNoPercentile() {
    assertThat(Percentiles.of().at(50)).isNaN();
  }
}
