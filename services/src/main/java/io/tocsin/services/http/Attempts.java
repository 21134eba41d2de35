package io.tocsin.services.http;

import io.tocsin.services.Outcome;
import io.tocsin.services.secrets.Redactor;
import java.util.function.Supplier;

/** Ends every delivery with an outcome whose reason holds no secret. */
public final class Attempts {
  private Attempts() {}

  /** Runs the steps of a delivery; an {@link Undelivered} ends them. */
  public static Outcome run(Redactor redactor, Supplier<Outcome> steps) {
    return switch (outcome(steps)) {
      case Outcome.Delivered delivered -> delivered;
      case Outcome.Retryable(var reason, var after) ->
          new Outcome.Retryable(redactor.redact(reason), after);
      case Outcome.Rejected(var reason) -> new Outcome.Rejected(redactor.redact(reason));
    };
  }

  private static Outcome outcome(Supplier<Outcome> steps) {
    try {
      return steps.get();
    } catch (Undelivered undelivered) {
      return undelivered.outcome();
    } catch (JsonException malformed) {
      return new Outcome.Rejected(
          "what the template says is no good JSON: " + malformed.getMessage());
    }
  }
}
