package io.tocsin.triggers.run;

import io.tocsin.templates.golang.GoInt;

/** {@code count} and {@code one}. */
final class Count extends Loop {
  private final boolean one;
  private final long enough;
  private long count;

  /**
   * @param enough where to stop, or 0
   */
  Count(Run run, Object collection, boolean one, long enough) {
    super(run, collection);
    this.one = one;
    this.enough = enough;
  }

  @Override
  void accept(Object value) {
    if (Values.truth(value) && ++count == enough) {
      stop();
    }
  }

  @Override
  Object result() {
    return one ? (Object) (count == 1) : GoInt.of(count);
  }
}
