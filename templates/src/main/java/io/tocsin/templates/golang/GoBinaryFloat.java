package io.tocsin.templates.golang;

/** A floating-point number by its bits: {@code %b} and {@code %x}. */
final class GoBinaryFloat {
  private static final int MANTISSA_BITS = 52;
  private static final int POINT = 60;
  private static final long POINT_MASK = (1L << POINT) - 1;

  private GoBinaryFloat() {}

  static String binary(double value) {
    int exponent = exponent(value) - MANTISSA_BITS;
    return mantissa(value) + "p" + (exponent < 0 ? "" : "+") + exponent;
  }

  /** With a negative precision, all digits. */
  static String hexadecimal(double value, int precision) {
    long mantissa = mantissa(value) << (POINT - MANTISSA_BITS);
    int exponent = mantissa == 0 ? 0 : exponent(value);
    while (mantissa != 0 && (mantissa & (1L << POINT)) == 0) {
      mantissa <<= 1;
      exponent--;
    }
    if (precision >= 0 && precision < 15) {
      mantissa = round(mantissa, precision * 4);
      if ((mantissa & (1L << (POINT + 1))) != 0) {
        mantissa >>= 1;
        exponent++;
      }
    }
    String sign = exponent < 0 ? "-" : "+";
    int size = Math.abs(exponent);
    return "0x"
        + ((mantissa >> POINT) & 1)
        + fraction(mantissa, precision)
        + "p"
        + sign
        + (size < 10 ? "0" : "")
        + size;
  }

  private static long round(long mantissa, int bits) {
    long extra = (mantissa << bits) & POINT_MASK;
    long kept = mantissa >>> (POINT - bits);
    boolean up = (extra | (kept & 1)) > 1L << (POINT - 1);
    return (up ? kept + 1 : kept) << (POINT - bits);
  }

  private static String fraction(long mantissa, int precision) {
    var digits = new StringBuilder();
    long rest = mantissa << 4;
    while (precision < 0 ? rest != 0 : digits.length() < precision) {
      digits.append(Character.forDigit((int) (rest >>> POINT), 16));
      rest <<= 4;
    }
    return digits.isEmpty() ? "" : "." + digits;
  }

  private static long mantissa(double value) {
    long bits = Double.doubleToLongBits(value) & ((1L << MANTISSA_BITS) - 1);
    return Math.getExponent(value) < Double.MIN_EXPONENT ? bits : bits | (1L << MANTISSA_BITS);
  }

  private static int exponent(double value) {
    return Math.max(Math.getExponent(value), Double.MIN_EXPONENT);
  }
}
