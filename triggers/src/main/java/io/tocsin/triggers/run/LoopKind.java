package io.tocsin.triggers.run;

import io.tocsin.triggers.syntax.Node;
import io.tocsin.triggers.syntax.Span;

/**
 * A builtin with a predicate, in its place. Immutable.
 *
 * @param name the builtin
 * @param initial whether a value comes after the predicate
 */
public record LoopKind(String name, Node.Tuning tuning, boolean initial, Span span) {
  Loop start(Run run, Object collection) {
    return switch (name) {
      case "any" -> new Decision(run, collection, true, true);
      case "all" -> new Decision(run, collection, false, false);
      case "none" -> new Decision(run, collection, true, false);
      case "one", "count" -> new Count(run, collection, name.equals("one"), tuning.enough());
      case "filter" -> new Gather(run, collection, tuning.map().isEmpty());
      case "map" -> new Gather(run, collection, false);
      case "sum" -> new Sum(run, collection);
      case "find", "findIndex", "findLast", "findLastIndex" ->
          new Search(run, collection, name, tuning);
      case "groupBy" -> new Grouping(run, collection);
      case "sortBy" -> new Sorting(run, collection);
      case "reduce" -> new Reduction(run, collection, initial);
      default -> throw new IllegalStateException(name);
    };
  }
}
