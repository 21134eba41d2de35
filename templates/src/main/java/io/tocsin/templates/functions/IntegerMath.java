package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.ANY;
import static io.tocsin.templates.golang.GoType.FLOAT64;
import static io.tocsin.templates.golang.GoType.INT;
import static io.tocsin.templates.golang.GoType.INT64;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoInt;
import java.util.function.LongBinaryOperator;
import java.util.random.RandomGenerator;

/** Sprig's chapter "Integer Math Functions": 64 bits that overflow silently. */
final class IntegerMath {
  private IntegerMath() {}

  static Chapter chapter(RandomGenerator random) {
    return new Chapter("Integer math")
        .variadic("add", INT64, a -> fold(a, 0, 0, Long::sum), ANY)
        .add("add1", INT64, a -> Casts.toLong(a[0]) + 1, ANY)
        .add("sub", INT64, a -> Casts.toLong(a[0]) - Casts.toLong(a[1]), ANY, ANY)
        .add("div", INT64, a -> Casts.toLong(a[0]) / Casts.toLong(a[1]), ANY, ANY)
        .add("mod", INT64, a -> Casts.toLong(a[0]) % Casts.toLong(a[1]), ANY, ANY)
        .variadic("mul", INT64, a -> fold(a, 1, Casts.toLong(a[0]), (x, y) -> x * y), ANY, ANY)
        .variadic("max", INT64, a -> fold(a, 1, Casts.toLong(a[0]), Math::max), ANY, ANY)
        .alias("biggest", "max")
        .variadic("min", INT64, a -> fold(a, 1, Casts.toLong(a[0]), Math::min), ANY, ANY)
        .add("floor", FLOAT64, a -> Math.floor(Casts.toDouble(a[0])), ANY)
        .add("ceil", FLOAT64, a -> Math.ceil(Casts.toDouble(a[0])), ANY)
        .variadic("round", FLOAT64, IntegerMath::round, ANY, INT, FLOAT64)
        .add(
            "randInt",
            INT,
            a -> GoInt.of(random(Args.integer(a, 0), Args.integer(a, 1), random)),
            INT,
            INT);
  }

  private static long fold(Object[] values, int from, long start, LongBinaryOperator operator) {
    long result = start;
    for (int i = from; i < values.length; i++) {
      result = operator.applyAsLong(result, Casts.toLong(values[i]));
    }
    return result;
  }

  /** Up from the third argument on, which is one half unless given. */
  private static double round(Object[] arguments) {
    double roundOn = arguments.length > 2 ? (Double) arguments[2] : 0.5;
    double power = Math.pow(10, (double) Args.integer(arguments, 1));
    double digit = power * Casts.toDouble(arguments[0]);
    double fraction = Double.isInfinite(digit) ? Double.NaN : digit % 1;
    return (fraction >= roundOn ? Math.ceil(digit) : Math.floor(digit)) / power;
  }

  private static long random(long low, long high, RandomGenerator random) {
    if (high - low <= 0) {
      throw new GoException("invalid argument to Intn");
    }
    return random.nextLong(high - low) + low;
  }
}
