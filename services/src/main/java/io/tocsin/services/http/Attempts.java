package io.tocsin.services.http;

import io.tocsin.services.Outcome;
import io.tocsin.services.secrets.Redactor;
import io.tocsin.services.text.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** Ends every delivery with an outcome whose reason holds no secret. */
public final class Attempts {
  private static final int LONGEST_REASON = 500;

  private Attempts() {}

  /** Runs the steps of a delivery; an {@link Undelivered} ends them. */
  public static Outcome run(Redactor redactor, Supplier<Outcome> steps) {
    return switch (outcome(redactor, steps)) {
      case Outcome.Delivered delivered -> delivered;
      case Outcome.Retryable(var reason, var after) ->
          new Outcome.Retryable(clean(redactor, reason), after);
      case Outcome.Rejected(var reason) -> new Outcome.Rejected(clean(redactor, reason));
    };
  }

  /** Masks before it shortens: half a secret would not be found. */
  private static String clean(Redactor redactor, String reason) {
    return Texts.characters(redactor.redact(reason), LONGEST_REASON);
  }

  /** A mistake of ours ends one delivery, and what it says may hold a secret. */
  private static Outcome unexpected(Redactor redactor, RuntimeException mistake) {
    StringWriter trace = new StringWriter();
    mistake.printStackTrace(new PrintWriter(trace));
    LoggerFactory.getLogger(Attempts.class)
        .error("sending failed unexpectedly: {}", redactor.redact(trace.toString()));
    return new Outcome.Rejected("sending failed unexpectedly: " + mistake);
  }

  private static Outcome outcome(Redactor redactor, Supplier<Outcome> steps) {
    try {
      return steps.get();
    } catch (Undelivered undelivered) {
      return undelivered.outcome();
    } catch (JsonException malformed) {
      return new Outcome.Rejected(
          "what the template says is no good JSON: " + malformed.getMessage());
    } catch (RuntimeException mistake) {
      return unexpected(redactor, mistake);
    }
  }
}
