package io.tocsin.triggers.run;

/**
 * Go's {@code math.Pow}: it multiplies for the whole part of the exponent, and so differs from
 * Java's in the last digits.
 */
final class Power {
  private static final int FAR = 1 << 12;
  private static final double TOO_LARGE = 0x1p63;

  private Power() {}

  static double of(double x, double y) {
    if (y == 0 || x == 1 || (x == -1 && Double.isInfinite(y))) {
      return 1;
    }
    boolean special = x == 0 || !Double.isFinite(x) || !Double.isFinite(y);
    double magnitude = Math.abs(y);
    if (special || magnitude >= TOO_LARGE || (x < 0 && magnitude != Math.rint(magnitude))) {
      return Math.pow(x, y);
    }
    if (magnitude == 0.5) {
      return y > 0 ? Math.sqrt(x) : 1 / Math.sqrt(x);
    }
    return multiplied(x, y, magnitude);
  }

  private static double multiplied(double x, double y, double magnitude) {
    long whole = (long) magnitude;
    double rest = magnitude - whole;
    if (rest > 0.5) {
      rest--;
      whole++;
    }
    double product = rest == 0 ? 1.0 : StrictMath.exp(rest * StrictMath.log(x));
    long exponent = 0;
    int shift = exponent(x);
    double factor = Math.scalb(x, -shift);
    long factorExponent = shift;
    for (long i = whole; i != 0; i >>= 1) {
      if (Math.abs(factorExponent) > FAR) {
        exponent += factorExponent;
        break;
      }
      if ((i & 1) == 1) {
        product *= factor;
        exponent += factorExponent;
      }
      factor *= factor;
      factorExponent <<= 1;
      if (factor < 0.5) {
        factor += factor;
        factorExponent--;
      }
    }
    return y < 0 ? scaled(1 / product, -exponent) : scaled(product, exponent);
  }

  /** The exponent that leaves a factor from one half to one. */
  private static int exponent(double x) {
    double normal = Math.abs(x) < Double.MIN_NORMAL ? x * 0x1p52 : x;
    return Math.getExponent(normal) + 1 - (normal == x ? 0 : 52);
  }

  private static double scaled(double value, long exponent) {
    return Math.scalb(value, Math.clamp(exponent, -FAR, FAR));
  }
}
