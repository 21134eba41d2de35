package io.tocsin.notifier.migrate;

import io.tocsin.notifier.lint.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects differences of one object. Not thread-safe. */
record Found(String object, List<Difference> list) {
  static Found none() {
    return new Found("", new ArrayList<>());
  }

  /** The same list, about another object. */
  Found in(String title) {
    return new Found(title, list);
  }

  void error(String key, String what, String advice) {
    list.add(new Difference(Severity.ERROR, object, key, what, advice));
  }

  void warning(String key, String what, String advice) {
    list.add(new Difference(Severity.WARNING, object, key, what, advice));
  }

  void note(String key, String what, String advice) {
    list.add(new Difference(Severity.NOTE, object, key, what, advice));
  }
}
