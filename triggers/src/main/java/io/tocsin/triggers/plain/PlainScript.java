package io.tocsin.triggers.plain;

import io.tocsin.templates.golang.GoException;
import io.tocsin.triggers.run.Failure;
import java.util.Map;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.logging.impl.NoOpLog;

/** An expression of plain JEXL without loops, assignments or classes. Immutable and thread-safe. */
public final class PlainScript {
  private static final int MAX_LENGTH = 10_000;
  private static final String TOO_DEEP = "the expression is nested too deeply";

  private static final JexlEngine ENGINE =
      new JexlBuilder()
          .arithmetic(new PlainArithmetic())
          .uberspect(new PlainUberspect())
          .features(features())
          .antish(false)
          .cancellable(true)
          .logger(new NoOpLog())
          .safe(true)
          .silent(false)
          .strict(true)
          .create();

  private final JexlExpression expression;

  private PlainScript(JexlExpression expression) {
    this.expression = expression;
  }

  private static JexlFeatures features() {
    return new JexlFeatures()
        .annotation(false)
        .lambda(false)
        .localVar(false)
        .loops(false)
        .newInstance(false)
        .pragma(false)
        .register(false)
        .script(false)
        .sideEffect(false)
        .sideEffectGlobal(false);
  }

  /**
   * @throws Failure when it does not compile
   */
  public static PlainScript compile(String source) {
    if (source.length() > MAX_LENGTH) {
      throw new Failure("an expression of JEXL has at most " + MAX_LENGTH + " characters");
    }
    if (source.indexOf('`') >= 0) {
      throw new Failure("interpolated strings are not supported");
    }
    try {
      return new PlainScript(ENGINE.createExpression(new JexlInfo("jexl", 1, 1), source.strip()));
    } catch (StackOverflowError | JexlException.StackOverflow e) {
      throw new Failure(TOO_DEEP);
    } catch (JexlException e) {
      throw new Failure(e.getMessage());
    }
  }

  /**
   * @throws Failure when the evaluation fails
   */
  public Object evaluate(Map<String, Object> variables) {
    try {
      return PlainValues.toGo(expression.evaluate(new Variables(variables)));
    } catch (StackOverflowError e) {
      throw new Failure(TOO_DEEP);
    } catch (JexlException e) {
      throw failure(e);
    } catch (ArithmeticException | ClassCastException e) {
      throw new Failure(e.getMessage());
    }
  }

  private static RuntimeException failure(JexlException error) {
    return switch (error.getCause()) {
      case Failure cause -> cause;
      case GoException cause -> new Failure(cause.getMessage());
      case null, default -> new Failure(error.getMessage());
    };
  }

  /** Variables that can be read. */
  private record Variables(Map<String, Object> variables) implements JexlContext {
    @Override
    public Object get(String name) {
      return variables.get(name);
    }

    @Override
    public boolean has(String name) {
      return variables.containsKey(name);
    }

    @Override
    public void set(String name, Object value) {
      throw new UnsupportedOperationException("variables cannot be assigned");
    }
  }
}
