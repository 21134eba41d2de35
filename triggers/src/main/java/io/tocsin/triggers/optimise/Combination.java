package io.tocsin.triggers.optimise;

import io.tocsin.triggers.syntax.Node;
import java.util.List;
import java.util.Optional;

/** {@code any(a, p) or any(a, q)} goes through the list once. */
final class Combination {
  private Combination() {}

  static Node combine(Node node) {
    if (node instanceof Node.Binary binary
        && binary.left() instanceof Node.Builtin left
        && binary.right() instanceof Node.Builtin right
        && left.name().equals(right.name())) {
      return operator(left.name(), binary.operator())
          .filter(operator -> sameList(left, right))
          .map(operator -> combined(binary, operator, left, right))
          .orElse(node);
    }
    return node;
  }

  private static boolean sameList(Node.Builtin left, Node.Builtin right) {
    return Form.of(left.arguments().getFirst()).equals(Form.of(right.arguments().getFirst()));
  }

  private static Node combined(
      Node.Binary binary, String operator, Node.Builtin left, Node.Builtin right) {
    Node.Predicate first = (Node.Predicate) left.arguments().get(1);
    Node.Predicate second = (Node.Predicate) right.arguments().get(1);
    Node both = combine(new Node.Binary(binary.span(), operator, first.body(), second.body()));
    return new Node.Builtin(
        binary.span(),
        left.name(),
        List.of(left.arguments().getFirst(), new Node.Predicate(binary.span(), both)));
  }

  private static Optional<String> operator(String builtin, String operator) {
    boolean and = operator.equals("and") || operator.equals("&&");
    boolean or = operator.equals("or") || operator.equals("||");
    return switch (builtin) {
      case "all" -> and ? Optional.of("&&") : Optional.empty();
      case "none" -> and ? Optional.of("||") : Optional.empty();
      case "any" -> or ? Optional.of("||") : Optional.empty();
      default -> Optional.empty();
    };
  }
}
