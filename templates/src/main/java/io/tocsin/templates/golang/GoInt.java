package io.tocsin.templates.golang;

import java.util.stream.IntStream;

/** A value of Go's type {@code int}, 64 bits wide. {@link Long} is Go's {@code int64}. */
public final class GoInt extends Number implements Comparable<GoInt> {
  private static final long serialVersionUID = 1L;
  private static final int LOW = -128;
  private static final int HIGH = 1023;
  private static final GoInt[] SMALL =
      IntStream.rangeClosed(LOW, HIGH).mapToObj(GoInt::new).toArray(GoInt[]::new);

  private final long value;

  private GoInt(long value) {
    this.value = value;
  }

  public static GoInt of(long value) {
    return value >= LOW && value <= HIGH ? SMALL[(int) value - LOW] : new GoInt(value);
  }

  @Override
  public int intValue() {
    return (int) value;
  }

  @Override
  public long longValue() {
    return value;
  }

  @Override
  public float floatValue() {
    return value;
  }

  @Override
  public double doubleValue() {
    return value;
  }

  @Override
  public int compareTo(GoInt other) {
    return Long.compare(value, other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GoInt that && that.value == value;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
