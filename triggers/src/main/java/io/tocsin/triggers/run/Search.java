package io.tocsin.triggers.run;

import io.tocsin.triggers.syntax.Node;

/** {@code find}, {@code findIndex} and the same from the end. */
final class Search extends Loop {
  private final boolean position;
  private final boolean mapped;
  private final boolean required;
  private boolean found;
  private Object result;

  Search(Run run, Object collection, String name, Node.Tuning tuning) {
    super(run, collection, name.startsWith("findLast"));
    this.position = name.endsWith("Index");
    this.mapped = tuning.map().isPresent();
    this.required = tuning.required();
  }

  @Override
  void accept(Object value) {
    if (mapped || Values.truth(value)) {
      result = mapped ? value : position ? index() : element();
      found = true;
      stop();
    }
  }

  @Override
  Object result() {
    if (required && !found) {
      throw new Failure("no element fulfils the predicate");
    }
    return result;
  }
}
