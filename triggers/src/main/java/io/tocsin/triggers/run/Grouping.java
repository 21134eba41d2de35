package io.tocsin.triggers.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code groupBy}. */
final class Grouping extends Loop {
  private final Map<Object, List<Object>> groups = new LinkedHashMap<>();

  Grouping(Run run, Object collection) {
    super(run, collection);
  }

  @Override
  void accept(Object value) {
    groups.computeIfAbsent(Members.hashable(value), key -> new ArrayList<>()).add(element());
  }

  @Override
  Object result() {
    return Typed.groups(new LinkedHashMap<>(groups));
  }
}
