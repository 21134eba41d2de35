package io.tocsin.triggers.run;

import java.util.ArrayList;
import java.util.List;

/** {@code sortBy}. */
final class Sorting extends Loop {
  private final List<GoSort.Entry> entries = new ArrayList<>();
  private boolean descending;

  Sorting(Run run, Object collection) {
    super(run, collection);
  }

  @Override
  void begin(Object order) {
    descending = GoSort.isDescending(order);
  }

  @Override
  void accept(Object value) {
    entries.add(new GoSort.Entry(value, element()));
  }

  @Override
  Object result() {
    List<Object> sorted = GoSort.sorted(entries, descending);
    grow(length());
    return sorted;
  }
}
