package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.ANY;
import static io.tocsin.templates.golang.GoType.FLOAT64;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;

/** Sprig's chapter "Float Math Functions": decimal arithmetic, so that 0.1 and 0.2 make 0.3. */
final class FloatMath {
  /** The decimal places of a quotient, as the library shopspring/decimal has them. */
  private static final int PLACES = 16;

  private FloatMath() {}

  static Chapter chapter() {
    return new Chapter("Float math")
        .variadic("addf", FLOAT64, a -> fold(BigDecimal.ZERO, a, 0, BigDecimal::add), ANY)
        .add("add1f", FLOAT64, a -> decimal(a[0]).add(BigDecimal.ONE).doubleValue(), ANY)
        .variadic("subf", FLOAT64, a -> fold(decimal(a[0]), a, 1, BigDecimal::subtract), ANY, ANY)
        .variadic("divf", FLOAT64, a -> fold(decimal(a[0]), a, 1, FloatMath::quotient), ANY, ANY)
        .variadic("mulf", FLOAT64, a -> fold(decimal(a[0]), a, 1, BigDecimal::multiply), ANY, ANY)
        .variadic("maxf", FLOAT64, a -> extreme(a, Math::max), ANY, ANY)
        .variadic("minf", FLOAT64, a -> extreme(a, Math::min), ANY, ANY);
  }

  private static BigDecimal decimal(Object value) {
    double number = Casts.toDouble(value);
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new GoException("Cannot create a Decimal from " + GoFormat.sprint(number));
    }
    return new BigDecimal(Double.toString(number));
  }

  private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
    if (divisor.signum() == 0) {
      throw new GoException("decimal division by 0");
    }
    return dividend.divide(divisor, PLACES, RoundingMode.HALF_UP);
  }

  private static double fold(
      BigDecimal start, Object[] values, int from, BinaryOperator<BigDecimal> operator) {
    BigDecimal result = start;
    for (int i = from; i < values.length; i++) {
      result = operator.apply(result, decimal(values[i]));
    }
    return result.doubleValue();
  }

  private static double extreme(Object[] values, DoubleBinaryOperator operator) {
    double result = Casts.toDouble(values[0]);
    for (int i = 1; i < values.length; i++) {
      result = operator.applyAsDouble(result, Casts.toDouble(values[i]));
    }
    return result;
  }
}
