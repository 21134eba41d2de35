package io.tocsin.bench.load.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.bench.load.scenario.ReceiverGroup;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final long SECOND = 1_000_000_000L;

  private static Answers answers(double errorRate, int perSecond) {
    return new Answers(
        new ReceiverGroup(1, Duration.ZERO, errorRate, perSecond, Duration.ZERO, false),
        new Random(1),
        0);
  }

  private static long accepted(Answers answers, int requests, long now) {
    long accepted = 0;
    for (int i = 0; i < requests; i++) {
      accepted += answers.next(now) == Answers.OK ? 1 : 0;
    }
    return accepted;
  }

  @Test
  void acceptsItsRateAndNoMore() {
    Answers answers = answers(0, 20);
    assertThat(accepted(answers, 50, 0)).isEqualTo(20);
    assertThat(accepted(answers, 50, SECOND / 2)).isEqualTo(10);
    assertThat(accepted(answers, 50, 60 * SECOND)).isEqualTo(20);
  }

  @Test
  void failsTheShareThatItShould() {
    assertThat(accepted(answers(0.25, 0), 10_000, 0)).isBetween(7_300L, 7_700L);
  }
}
