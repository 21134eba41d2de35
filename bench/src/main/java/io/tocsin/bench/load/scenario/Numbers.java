package io.tocsin.bench.load.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers for people. */
public final class Numbers {
  private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_UP);

  private Numbers() {}

  /** Four significant digits, more for large whole numbers, and never an exponent. */
  public static String text(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return "-";
    }
    if (value == Math.rint(value)) {
      return BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_UP).toPlainString();
    }
    return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
