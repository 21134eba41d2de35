package io.tocsin.triggers.emit;

import io.tocsin.triggers.run.Program;
import io.tocsin.triggers.syntax.Node;
import java.util.IdentityHashMap;
import java.util.OptionalInt;

/** Which nodes of a script note their values, by number. For one thread. */
public final class Tracing {
  private final IdentityHashMap<Node, Integer> numbers = new IdentityHashMap<>();

  /** The number under which the node notes its values; nothing for a literal. */
  public OptionalInt number(Node node) {
    Integer number = numbers.get(node);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  public int size() {
    return numbers.size();
  }

  int add(Node node) {
    Integer number = numbers.putIfAbsent(node, numbers.size());
    return number == null ? numbers.size() - 1 : number;
  }

  static boolean isTraced(Node node) {
    return switch (node) {
      case Node.Nil _,
          Node.Bool _,
          Node.Int _,
          Node.Decimal _,
          Node.Text _,
          Node.Bytes _,
          Node.Constant _,
          Node.Predicate _,
          Node.Pair _ ->
          false;
      default -> true;
    };
  }

  /** A script that notes values. */
  public record Traced(Program program, Tracing tracing) {}
}
