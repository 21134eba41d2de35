package io.tocsin.triggers.run;

import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.JexlScript;
import org.apache.commons.logging.impl.NoOpLog;

/** The JEXL engine that runs emitted scripts. */
final class Engines {
  /** The name that calls begin with. */
  private static final String CALLS = "x";

  private static final JexlInfo UNNAMED = new JexlInfo("condition", 1, 1);

  private static final JexlEngine ENGINE =
      new ExprInterpreter.ExprEngine(
          new JexlBuilder()
              .arithmetic(new ExprArithmetic())
              .uberspect(new SiteUberspect())
              .features(features())
              .antish(false)
              .booleanLogical(false)
              .cache(0)
              .cancellable(true)
              .debug(false)
              .logger(new NoOpLog())
              .safe(false)
              .silent(false)
              .strict(true));

  private Engines() {}

  private static JexlFeatures features() {
    return new JexlFeatures()
        .annotation(false)
        .lambda(false)
        .methodCall(false)
        .namespaceTest(CALLS::equals)
        .newInstance(false)
        .pragma(false)
        .register(false);
  }

  /**
   * @throws Failure when JEXL's parser cannot take it
   */
  static JexlScript script(String source) {
    try {
      return ENGINE.createScript(UNNAMED, source);
    } catch (StackOverflowError | JexlException.StackOverflow e) {
      throw new Failure("the expression is nested too deeply");
    }
  }
}
