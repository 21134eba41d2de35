package io.tocsin.triggers.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What all nodes have in common: the nodes below them. */
public final class Children {
  private Children() {}

  /** The nodes below, in the order of the text. */
  public static List<Node> of(Node node) {
    List<Node> children = new ArrayList<>();
    map(
        node,
        child -> {
          children.add(child);
          return child;
        });
    return children;
  }

  /** The same node over changed children. */
  public static Node map(Node node, UnaryOperator<Node> change) {
    return switch (node) {
      case Node.Nil _,
          Node.Bool _,
          Node.Int _,
          Node.Decimal _,
          Node.Text _,
          Node.Bytes _,
          Node.Constant _,
          Node.Identifier _,
          Node.Pointer _ ->
          node;
      case Node.Unary(Span span, String operator, Node operand) ->
          new Node.Unary(span, operator, change.apply(operand));
      case Node.Binary(Span span, String operator, Node left, Node right) ->
          new Node.Binary(span, operator, change.apply(left), change.apply(right));
      case Node.Chain(Span span, Node chained) -> new Node.Chain(span, change.apply(chained));
      case Node.Member(Span span, Node target, Node property, boolean optional, boolean method) ->
          new Node.Member(span, change.apply(target), change.apply(property), optional, method);
      case Node.Slice(Span span, Node target, Optional<Node> from, Optional<Node> to) ->
          new Node.Slice(span, change.apply(target), from.map(change), to.map(change));
      case Node.Call(Span span, Node callee, List<Node> arguments) ->
          new Node.Call(span, change.apply(callee), all(arguments, change));
      case Node.Builtin(Span span, String name, List<Node> arguments, Node.Tuning tuning) ->
          new Node.Builtin(span, name, all(arguments, change), tuning(tuning, change));
      case Node.Predicate(Span span, Node body) -> new Node.Predicate(span, change.apply(body));
      case Node.Let(Span span, String name, Node value, Node body) ->
          new Node.Let(span, name, change.apply(value), change.apply(body));
      case Node.Sequence(Span span, List<Node> nodes) ->
          new Node.Sequence(span, all(nodes, change));
      case Node.Conditional(Span span, Node condition, Node yes, Node no) ->
          new Node.Conditional(span, change.apply(condition), change.apply(yes), change.apply(no));
      case Node.ListLiteral(Span span, List<Node> nodes) ->
          new Node.ListLiteral(span, all(nodes, change));
      case Node.MapLiteral(Span span, List<Node.Pair> pairs) ->
          new Node.MapLiteral(span, pairs(pairs, change));
      case Node.Pair(Span span, Node key, Node value) ->
          new Node.Pair(span, change.apply(key), change.apply(value));
    };
  }

  private static Node.Tuning tuning(Node.Tuning tuning, UnaryOperator<Node> change) {
    return new Node.Tuning(tuning.map().map(change), tuning.required(), tuning.enough());
  }

  private static List<Node> all(List<Node> nodes, UnaryOperator<Node> change) {
    List<Node> changed = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      changed.add(change.apply(node));
    }
    return changed;
  }

  private static List<Node.Pair> pairs(List<Node.Pair> pairs, UnaryOperator<Node> change) {
    List<Node.Pair> changed = new ArrayList<>(pairs.size());
    for (Node.Pair pair : pairs) {
      changed.add((Node.Pair) change.apply(pair));
    }
    return changed;
  }
}
