package io.tocsin.triggers.syntax;

import java.util.List;
import java.util.Optional;

/** A node of an expression's tree. Two nodes are never told apart by what they hold. */
public sealed interface Node {
  Span span();

  /** Whether the other is this very node, which may stand in several places of a tree. */
  @SuppressWarnings("ReferenceEquality")
  default boolean isSame(Node other) {
    return this == other;
  }

  record Nil(Span span) implements Node {}

  record Bool(Span span, boolean value) implements Node {}

  /** A literal of Go's type int. */
  record Int(Span span, long value) implements Node {}

  record Decimal(Span span, double value) implements Node {}

  record Text(Span span, String value) implements Node {}

  /**
   * @param value a character below 256 for each byte
   */
  record Bytes(Span span, String value) implements Node {}

  /** A list of literals, or the keys of a set for {@code in}. */
  record Constant(Span span, Object value) implements Node {}

  record Identifier(Span span, String name) implements Node {}

  record Unary(Span span, String operator, Node operand) implements Node {}

  record Binary(Span span, String operator, Node left, Node right) implements Node {}

  /** Where a chain of members ends that {@code ?.} may cut short. */
  record Chain(Span span, Node node) implements Node {}

  record Member(Span span, Node target, Node property, boolean optional, boolean method)
      implements Node {}

  record Slice(Span span, Node target, Optional<Node> from, Optional<Node> to) implements Node {}

  record Call(Span span, Node callee, List<Node> arguments) implements Node {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  record Builtin(Span span, String name, List<Node> arguments, Tuning tuning) implements Node {
    public Builtin {
      arguments = List.copyOf(arguments);
    }

    public Builtin(Span span, String name, List<Node> arguments) {
      this(span, name, arguments, Tuning.NONE);
    }
  }

  /**
   * What the optimiser did to a builtin.
   *
   * @param map what is made of each element that a filter keeps or a search finds
   * @param required whether finding nothing is an error
   * @param enough the count at which counting stops, or 0
   */
  record Tuning(Optional<Node> map, boolean required, long enough) {
    public static final Tuning NONE = new Tuning(Optional.empty(), false, 0);
  }

  record Predicate(Span span, Node body) implements Node {}

  /**
   * @param name {@code index}, {@code acc}, or empty for the element
   */
  record Pointer(Span span, String name) implements Node {}

  record Let(Span span, String name, Node value, Node body) implements Node {}

  record Sequence(Span span, List<Node> nodes) implements Node {
    public Sequence {
      nodes = List.copyOf(nodes);
    }
  }

  record Conditional(Span span, Node condition, Node yes, Node no) implements Node {}

  record ListLiteral(Span span, List<Node> nodes) implements Node {
    public ListLiteral {
      nodes = List.copyOf(nodes);
    }
  }

  record MapLiteral(Span span, List<Pair> pairs) implements Node {
    public MapLiteral {
      pairs = List.copyOf(pairs);
    }
  }

  record Pair(Span span, Node key, Node value) implements Node {}
}
