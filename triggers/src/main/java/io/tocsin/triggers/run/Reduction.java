package io.tocsin.triggers.run;

/** {@code reduce}. */
final class Reduction extends Loop {
  private Object accumulated;

  /**
   * @param initial whether a value to begin with comes; otherwise the first element is it
   */
  Reduction(Run run, Object collection, boolean initial) {
    super(run, collection);
    if (!initial) {
      if (length() == 0) {
        throw new Failure("reduce of empty array with no initial value");
      }
      skip();
      accumulated = element();
    }
  }

  @Override
  void begin(Object value) {
    accumulated = value;
  }

  @Override
  public Object accumulated() {
    return accumulated;
  }

  @Override
  void accept(Object value) {
    accumulated = value;
  }

  @Override
  Object result() {
    return accumulated;
  }
}
