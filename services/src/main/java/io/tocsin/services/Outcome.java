package io.tocsin.services;

import java.time.Duration;
import java.util.Optional;

/** How a delivery ended. No reason holds a secret. */
public sealed interface Outcome {
  /** The receiver took it. */
  record Delivered() implements Outcome {}

  /**
   * Another attempt may succeed.
   *
   * @param reason a sentence that a person can act on
   * @param after the time that the receiver asked to be left alone, from now
   */
  record Retryable(String reason, Optional<Duration> after) implements Outcome {}

  /**
   * No attempt will succeed before somebody mends something.
   *
   * @param reason a sentence that a person can act on
   */
  record Rejected(String reason) implements Outcome {}
}
