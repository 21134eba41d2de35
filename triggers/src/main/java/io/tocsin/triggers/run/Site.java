package io.tocsin.triggers.run;

import io.tocsin.templates.golang.GoException;
import io.tocsin.triggers.syntax.Span;

/**
 * A call in the emitted script. Immutable.
 *
 * @param span where a failure without a place has its place
 */
public record Site(Span span, Body body) {
  /** What is called. */
  @FunctionalInterface
  public interface Body {
    /**
     * @throws Failure when it fails
     */
    Object call(Run run, Object[] arguments);
  }

  Object call(Run run, Object[] arguments) {
    try {
      return run.budget().made(body.call(run, arguments));
    } catch (Failure failure) {
      throw failure.at(span);
    } catch (GoException error) {
      throw new Failure(error.getMessage()).at(span);
    }
  }
}
