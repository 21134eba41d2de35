package io.tocsin.triggers.run;

import java.util.Iterator;
import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.JexlOperator;

/** All that an emitted script can reach through JEXL: the loops that it started. */
final class SiteUberspect extends ClosedUberspect {
  private static final JexlOperator.Uberspect OPERATORS = new ExprOperators();

  @Override
  public Iterator<?> getIterator(Object value) {
    return value instanceof Loop loop ? loop : null;
  }

  @Override
  public JexlOperator.Uberspect getOperator(JexlArithmetic arithmetic) {
    return OPERATORS;
  }

  @Override
  public JexlArithmetic.Uberspect getArithmetic(JexlArithmetic arithmetic) {
    return OPERATORS;
  }
}
