package io.tocsin.services.http;

import io.tocsin.services.Outcome;
import java.io.Serial;

/** Ends a delivery of several steps early, with its outcome. */
public final class Undelivered extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Outcome outcome;

  public Undelivered(Outcome outcome) {
    super(outcome.toString(), null, false, false);
    this.outcome = outcome;
  }

  public static Undelivered rejected(String reason) {
    return new Undelivered(new Outcome.Rejected(reason));
  }

  public Outcome outcome() {
    return outcome;
  }
}
