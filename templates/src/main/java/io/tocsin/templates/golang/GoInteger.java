package io.tocsin.templates.golang;

/**
 * A whole number of one of Go's rarer types, such as the {@code uint8} that {@code index} finds in
 * a string. {@code int} is {@link GoInt} and {@code int64} is {@link Long}.
 */
public final class GoInteger extends Number {
  private static final long serialVersionUID = 1L;

  private final GoType type;
  private final long bits;

  private GoInteger(GoType type, long bits) {
    this.type = type;
    this.bits = bits;
  }

  /**
   * @param type an integer type
   * @param bits the value; of a {@code uint64} the bits
   */
  public static GoInteger of(GoType type, long bits) {
    return switch (type.kind()) {
      case INT, UINT -> new GoInteger(type, bits);
      default -> throw new IllegalArgumentException(type + " is no integer type");
    };
  }

  public GoType type() {
    return type;
  }

  public boolean isUnsigned() {
    return type.kind() == GoKind.UINT;
  }

  @Override
  public int intValue() {
    return (int) bits;
  }

  @Override
  public long longValue() {
    return bits;
  }

  @Override
  public float floatValue() {
    return (float) doubleValue();
  }

  @Override
  public double doubleValue() {
    return isUnsigned() && bits < 0 ? ((bits >>> 1) | (bits & 1)) * 2.0 : bits;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GoInteger that && that.bits == bits && that.type == type;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(bits);
  }

  @Override
  public String toString() {
    return isUnsigned() ? Long.toUnsignedString(bits) : Long.toString(bits);
  }
}
