package io.tocsin.templates.parse;

import io.tocsin.templates.golang.GoComplex;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What numbers say. Rules: the Go specification, strconv and text/template/parse. */
final class Numbers {
  private static final double TWO_TO_63 = 0x1p63;
  private static final double TWO_TO_64 = 0x1p64;

  private Numbers() {}

  static Operand.Numeral character(int position, String text) {
    int rune = Literals.character(text);
    return new Operand.Numeral(
        position,
        text,
        OptionalLong.of(rune),
        OptionalLong.of(rune),
        OptionalDouble.of(rune),
        null);
  }

  static Operand.Numeral complex(int position, String text) {
    int sign = text.length() - 1;
    while ("+-".indexOf(text.charAt(sign)) < 0 || "eEpP".indexOf(text.charAt(sign - 1)) >= 0) {
      sign--;
    }
    OptionalDouble real = floating(text.substring(0, sign));
    OptionalDouble imaginary = floating(text.substring(sign, text.length() - 1));
    if (real.isEmpty() || imaginary.isEmpty()) {
      throw illegal(text);
    }
    return complex(position, text, new GoComplex(real.getAsDouble(), imaginary.getAsDouble()));
  }

  private static Operand.Numeral complex(int position, String text, GoComplex value) {
    OptionalDouble floating =
        value.imaginary() == 0 ? OptionalDouble.of(value.real()) : OptionalDouble.empty();
    return new Operand.Numeral(
        position, text, signed(floating), unsigned(floating), floating, value);
  }

  static Operand.Numeral number(int position, String text) {
    if (text.endsWith("i")) {
      OptionalDouble imaginary = floating(text.substring(0, text.length() - 1));
      if (imaginary.isPresent()) {
        return complex(position, text, new GoComplex(0, imaginary.getAsDouble()));
      }
    }
    OptionalLong integer = Integers.signed(text);
    OptionalLong unsigned =
        integer.isPresent() && integer.getAsLong() == 0 ? integer : Integers.unsigned(text);
    if (integer.isPresent()) {
      OptionalDouble floating = OptionalDouble.of((double) integer.getAsLong());
      return new Operand.Numeral(position, text, integer, unsigned, floating, null);
    }
    if (unsigned.isPresent()) {
      double value = Double.parseDouble(Long.toUnsignedString(unsigned.getAsLong()));
      OptionalDouble floating = OptionalDouble.of(value);
      return new Operand.Numeral(position, text, integer, unsigned, floating, null);
    }
    OptionalDouble floating = floating(text);
    if (floating.isEmpty()) {
      throw illegal(text);
    }
    if (text.chars().noneMatch(c -> ".eEpP".indexOf(c) >= 0)) {
      throw new IllegalArgumentException("integer overflow: " + Literals.quote(text));
    }
    return new Operand.Numeral(
        position, text, signed(floating), unsigned(floating), floating, null);
  }

  private static IllegalArgumentException illegal(String text) {
    return new IllegalArgumentException("illegal number syntax: " + Literals.quote(text));
  }

  private static OptionalDouble floating(String text) {
    if (!Integers.underscoresSeparate(text)) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(text.replace("_", ""));
      return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    } catch (NumberFormatException _) {
      return OptionalDouble.empty();
    }
  }

  private static OptionalLong signed(OptionalDouble value) {
    boolean isWhole = value.isPresent() && Math.rint(value.getAsDouble()) == value.getAsDouble();
    return isWhole && Math.abs(value.getAsDouble()) < TWO_TO_63
        ? OptionalLong.of((long) value.getAsDouble())
        : OptionalLong.empty();
  }

  private static OptionalLong unsigned(OptionalDouble value) {
    OptionalLong signed = signed(value);
    if (signed.isPresent()) {
      return signed.getAsLong() >= 0 ? signed : OptionalLong.empty();
    }
    double number = value.orElse(-1);
    return number >= TWO_TO_63 && number < TWO_TO_64
        ? OptionalLong.of(Long.parseUnsignedLong(new BigDecimal(number).toPlainString()))
        : OptionalLong.empty();
  }
}
