package io.tocsin.triggers.optimise;

import io.tocsin.triggers.syntax.Node;

/** A count that is compared with a number need not go on for ever. */
final class Counts {
  private Counts() {}

  private static boolean isComparison(Node node) {
    return node instanceof Node.Binary binary
        && binary.left() instanceof Node.Builtin count
        && count.name().equals("count")
        && count.arguments().size() == 2
        && binary.right() instanceof Node.Int;
  }

  /** Whether there is one at all. */
  static Node any(Node node) {
    if (!isComparison(node)) {
      return node;
    }
    Node.Binary binary = (Node.Binary) node;
    long number = ((Node.Int) binary.right()).value();
    boolean one =
        (binary.operator().equals(">") && number == 0)
            || (binary.operator().equals(">=") && number == 1);
    return one
        ? new Node.Builtin(node.span(), "any", ((Node.Builtin) binary.left()).arguments())
        : node;
  }

  /** Whether there are that many. */
  static Node enough(Node node) {
    if (!isComparison(node)) {
      return node;
    }
    Node.Binary binary = (Node.Binary) node;
    long number = ((Node.Int) binary.right()).value();
    long enough =
        switch (binary.operator()) {
          case ">", "<=" -> number + 1;
          case ">=", "<" -> number;
          default -> 0;
        };
    if (enough <= 1 || number < 0) {
      return node;
    }
    Node.Builtin count = (Node.Builtin) binary.left();
    Node tuned =
        new Node.Builtin(
            count.span(),
            count.name(),
            count.arguments(),
            new Node.Tuning(count.tuning().map(), false, enough));
    return new Node.Binary(binary.span(), binary.operator(), tuned, binary.right());
  }
}
