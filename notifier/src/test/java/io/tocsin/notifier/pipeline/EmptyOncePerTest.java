package io.tocsin.notifier.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmptyOncePerTest {
  @Test
  void isWarnedOfAndToldAtEachTurnToTrue() {
    try (Rig rig =
        new Rig(
            Map.of(
                "trigger.on-x",
                "- {when: app.status.phase == 'Bad', oncePer: app.status?.nothing, send: [t]}"))) {
      rig.after(Duration.ZERO, "Bad");
      rig.after(Duration.ZERO, "Bad");
      rig.after(Duration.ZERO, "Good");
      rig.after(Duration.ZERO, "Bad");

      assertThat(rig.sent).containsExactly("t", "t");
      assertThat(rig.problems)
          .containsExactly("trigger on-x: oncePer: app.status?.nothing has no value");
    }
  }
}
