package io.tocsin.triggers.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code map} and {@code filter}: a list of what the predicate made or kept. */
final class Gather extends Loop {
  private final boolean filter;
  private final List<Object> gathered = new ArrayList<>();

  /**
   * @param filter whether elements are kept rather than made
   */
  Gather(Run run, Object collection, boolean filter) {
    super(run, collection);
    this.filter = filter;
  }

  @Override
  void accept(Object value) {
    if (!filter) {
      gathered.add(value);
    } else if (Values.truth(value)) {
      gathered.add(element());
    }
  }

  @Override
  Object result() {
    grow(gathered.size());
    return Collections.unmodifiableList(gathered);
  }
}
