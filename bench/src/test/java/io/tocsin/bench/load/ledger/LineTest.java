package io.tocsin.bench.load.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LineTest {
  @Test
  void goesThroughPointsThatLieOnIt() {
    Line line = Line.through(new double[] {1000, 5000, 20000}, new double[] {12, 20, 50});
    assertThat(line.slope()).isCloseTo(0.002, within(1e-12));
    assertThat(line.intercept()).isCloseTo(10, within(1e-9));
  }

  @Test
  void liesBetweenPointsThatDoNot() {
    assertThat(Line.through(new double[] {0, 1, 1}, new double[] {0, 1, 3}).slope())
        .isCloseTo(2, within(1e-12));
  }

  @Test
  void onePlaceHasNoSlope() {
    assertThat(Line.through(new double[] {5}, new double[] {7}).slope()).isNaN();
  }
}
