package io.tocsin.triggers.optimise;

import io.tocsin.triggers.check.Nature;
import io.tocsin.triggers.check.Natures;
import io.tocsin.triggers.syntax.Node;
import io.tocsin.triggers.syntax.Span;

/** {@code x in 1..3} compares, where x is known to be an int. */
record RangeMembership(Natures natures) implements Rule {
  @Override
  public Node apply(Node node) {
    if (node instanceof Node.Binary(Span span, String in, Node value, Node.Binary range)
        && in.equals("in")
        && range.operator().equals("..")
        && range.left() instanceof Node.Int from
        && range.right() instanceof Node.Int to
        && natures.of(value).is(Nature.Kind.INT)) {
      return new Node.Binary(
          span,
          "and",
          new Node.Binary(span, ">=", value, from),
          new Node.Binary(span, "<=", value, to));
    }
    return node;
  }
}
