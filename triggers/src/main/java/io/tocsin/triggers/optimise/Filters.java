package io.tocsin.triggers.optimise;

import io.tocsin.triggers.syntax.Children;
import io.tocsin.triggers.syntax.Node;
import java.util.List;
import java.util.Optional;

/** What is done to a filtered list is done while it is filtered. */
final class Filters {
  private Filters() {}

  /** A filter of a filter is one filter. */
  static Node nested(Node.Builtin outer) {
    return filter(outer.arguments().getFirst())
        .map(
            inner -> {
              Node.Predicate first = (Node.Predicate) inner.arguments().get(1);
              Node.Predicate second = (Node.Predicate) outer.arguments().get(1);
              Node both = new Node.Binary(second.span(), "&&", first.body(), second.body());
              return (Node)
                  new Node.Builtin(
                      outer.span(),
                      "filter",
                      List.of(
                          inner.arguments().getFirst(), new Node.Predicate(second.span(), both)));
            })
        .orElse(outer);
  }

  static Node mapped(Node node) {
    if (node instanceof Node.Builtin map
        && map.name().equals("map")
        && !usesIndex(map.arguments().get(1))) {
      Node.Predicate predicate = (Node.Predicate) map.arguments().get(1);
      return filter(map.arguments().getFirst())
          .filter(filter -> filter.tuning().map().isEmpty())
          .map(filter -> with(node, filter, "filter", Optional.of(predicate.body()), false))
          .orElse(node);
    }
    return node;
  }

  private static boolean usesIndex(Node node) {
    return (node instanceof Node.Pointer pointer && pointer.name().equals("index"))
        || Children.of(node).stream().anyMatch(Filters::usesIndex);
  }

  static Node counted(Node node) {
    if (node instanceof Node.Builtin length && length.name().equals("len")) {
      return filter(length.arguments().getFirst())
          .map(filter -> with(node, filter, "count", Optional.empty(), false))
          .orElse(node);
    }
    return node;
  }

  static Node first(Node node) {
    return end(node, 0, "first", "find");
  }

  static Node last(Node node) {
    return end(node, -1, "last", "findLast");
  }

  private static Node end(Node node, long index, String builtin, String search) {
    if (node instanceof Node.Member member
        && !member.optional()
        && member.property() instanceof Node.Int number
        && number.value() == index) {
      return filter(member.target())
          .map(filter -> with(node, filter, search, filter.tuning().map(), true))
          .orElse(node);
    }
    if (node instanceof Node.Builtin end && end.name().equals(builtin)) {
      return filter(end.arguments().getFirst())
          .map(filter -> with(node, filter, search, filter.tuning().map(), false))
          .orElse(node);
    }
    return node;
  }

  private static Node with(
      Node node, Node.Builtin filter, String name, Optional<Node> map, boolean required) {
    return new Node.Builtin(
        node.span(), name, filter.arguments(), new Node.Tuning(map, required, 0));
  }

  private static Optional<Node.Builtin> filter(Node node) {
    return node instanceof Node.Builtin builtin && builtin.name().equals("filter")
        ? Optional.of(builtin)
        : Optional.empty();
  }
}
