package io.tocsin.triggers.run;

import java.math.MathContext;
import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.JexlOperator;

/**
 * Expr's rules where JEXL asks its arithmetic rather than its operators: a condition is a boolean,
 * and nil reaches the operators, which know what to say. Immutable and thread-safe.
 */
final class ExprArithmetic extends JexlArithmetic {
  ExprArithmetic() {
    super(false);
  }

  @Override
  protected JexlArithmetic createWithOptions(boolean strict, MathContext context, int scale) {
    return this;
  }

  @Override
  public boolean isStrict(JexlOperator operator) {
    return false;
  }

  @Override
  public boolean toBoolean(Object value) {
    return Values.truth(value);
  }

  @Override
  public boolean testPredicate(Object value) {
    return Values.truth(value);
  }
}
