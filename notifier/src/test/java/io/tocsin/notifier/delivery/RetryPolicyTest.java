package io.tocsin.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.RetryHints;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  @Test
  void whatAServiceAsksForIsFollowedByTheAttemptsThatAllHave() {
    RetryPolicy policy =
        RetryPolicy.of(new RetryHints(3, Duration.ofSeconds(1), Duration.ofSeconds(2)));

    assertThat(policy.attempts()).isEqualTo(RetryPolicy.DEFAULT.attempts());
    assertThat(policy.wait(3, Optional.empty())).isLessThan(Duration.ofSeconds(3));
    assertThat(policy.wait(4, Optional.empty())).isGreaterThan(Duration.ofSeconds(6));
  }

  @Test
  void whoAsksForMoreAttemptsThanAllHaveGetsThem() {
    RetryPolicy policy =
        RetryPolicy.of(new RetryHints(30, Duration.ofSeconds(1), Duration.ofSeconds(2)));

    assertThat(policy.attempts()).isEqualTo(31);
  }

  @Test
  void noWaitIsShorterThanTheReceiverAskedFor() {
    assertThat(RetryPolicy.DEFAULT.wait(1, Optional.of(Duration.ofSeconds(30))))
        .isEqualTo(Duration.ofSeconds(30));
  }
}
