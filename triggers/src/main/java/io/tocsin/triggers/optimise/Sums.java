package io.tocsin.triggers.optimise;

import io.tocsin.triggers.syntax.Node;
import java.util.List;
import java.util.OptionalLong;

/** Sums that need no list. */
final class Sums {
  private Sums() {}

  /** The sum over a constant range, also where it is written as a reduction. */
  static Node range(Node node) {
    if (!(node instanceof Node.Builtin builtin)
        || builtin.arguments().isEmpty()
        || !(builtin.arguments().getFirst() instanceof Node.Binary range)
        || !range.operator().equals("..")
        || !(range.left() instanceof Node.Int from)
        || !(range.right() instanceof Node.Int to)
        || to.value() < from.value()) {
      return node;
    }
    long count = to.value() - from.value() + 1;
    long sum = count * (from.value() + to.value()) / 2;
    OptionalLong result =
        switch (builtin.name()) {
          case "sum" -> sum(builtin, sum, count);
          case "reduce" -> reduction(builtin, sum);
          default -> OptionalLong.empty();
        };
    return result.isPresent() ? new Node.Int(node.span(), result.getAsLong()) : node;
  }

  private static OptionalLong sum(Node.Builtin builtin, long sum, long count) {
    if (builtin.arguments().size() == 1) {
      return OptionalLong.of(sum);
    }
    return switch (((Node.Predicate) builtin.arguments().get(1)).body()) {
      case Node.Pointer pointer when pointer.name().isEmpty() -> OptionalLong.of(sum);
      case Node.Binary binary -> linear(binary, sum, count);
      default -> OptionalLong.empty();
    };
  }

  private static OptionalLong linear(Node.Binary binary, long sum, long count) {
    boolean left = isElement(binary.left()) && binary.right() instanceof Node.Int;
    boolean right = isElement(binary.right()) && binary.left() instanceof Node.Int;
    if (!left && !right) {
      return OptionalLong.empty();
    }
    long constant = ((Node.Int) (left ? binary.right() : binary.left())).value();
    return switch (binary.operator()) {
      case "*" -> OptionalLong.of(constant * sum);
      case "+" -> OptionalLong.of(sum + count * constant);
      case "-" -> OptionalLong.of(left ? sum - count * constant : count * constant - sum);
      default -> OptionalLong.empty();
    };
  }

  private static OptionalLong reduction(Node.Builtin builtin, long sum) {
    Node body = ((Node.Predicate) builtin.arguments().get(1)).body();
    boolean plus =
        body instanceof Node.Binary binary
            && binary.operator().equals("+")
            && ((isElement(binary.left()) && isAccumulator(binary.right()))
                || (isAccumulator(binary.left()) && isElement(binary.right())));
    if (!plus) {
      return OptionalLong.empty();
    }
    if (builtin.arguments().size() == 2) {
      return OptionalLong.of(sum);
    }
    return builtin.arguments().get(2) instanceof Node.Int initial
        ? OptionalLong.of(initial.value() + sum)
        : OptionalLong.empty();
  }

  private static boolean isElement(Node node) {
    return node instanceof Node.Pointer pointer && pointer.name().isEmpty();
  }

  private static boolean isAccumulator(Node node) {
    return node instanceof Node.Pointer pointer && pointer.name().equals("acc");
  }

  /** The sum of a list that is written out adds its elements, from the right. */
  static Node list(Node node) {
    if (node instanceof Node.Builtin sum
        && sum.name().equals("sum")
        && sum.arguments().size() == 1
        && sum.arguments().getFirst() instanceof Node.ListLiteral list
        && list.nodes().size() > 1) {
      List<Node> nodes = list.nodes();
      Node total = nodes.getLast();
      for (int i = nodes.size() - 2; i >= 0; i--) {
        total = new Node.Binary(node.span(), "+", nodes.get(i), total);
      }
      return total;
    }
    return node;
  }

  /** The sum of a mapped list is a sum with a predicate. */
  static Node mapped(Node node) {
    if (node instanceof Node.Builtin sum
        && sum.name().equals("sum")
        && sum.arguments().size() == 1
        && sum.arguments().getFirst() instanceof Node.Builtin map
        && map.name().equals("map")) {
      return new Node.Builtin(node.span(), "sum", map.arguments());
    }
    return node;
  }
}
