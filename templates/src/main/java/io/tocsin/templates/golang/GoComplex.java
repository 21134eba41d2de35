package io.tocsin.templates.golang;

/** A value of Go's type {@code complex128}, which the literal {@code 1+2i} is. */
public record GoComplex(double real, double imaginary) {
  /** Whether both parts are zero, of either sign. */
  public boolean isZero() {
    return real == 0 && imaginary == 0;
  }

  /** Whether Go's {@code ==} holds: zeros of either sign are equal, NaN is equal to nothing. */
  public boolean sameAs(GoComplex other) {
    return real == other.real && imaginary == other.imaginary;
  }
}
