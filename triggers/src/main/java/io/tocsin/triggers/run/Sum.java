package io.tocsin.triggers.run;

import io.tocsin.templates.golang.GoInt;

/** {@code sum} with a predicate. */
final class Sum extends Loop {
  private Object sum = GoInt.of(0);

  Sum(Run run, Object collection) {
    super(run, collection);
  }

  @Override
  void accept(Object value) {
    sum = GoMath.add(value, sum);
  }

  @Override
  Object result() {
    return sum;
  }
}
