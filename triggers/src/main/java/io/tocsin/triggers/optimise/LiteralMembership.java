package io.tocsin.triggers.optimise;

import io.tocsin.templates.golang.GoInt;
import io.tocsin.triggers.check.Nature;
import io.tocsin.triggers.check.Natures;
import io.tocsin.triggers.run.Literals;
import io.tocsin.triggers.syntax.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code x in ['a', 'b']} looks up a set. */
record LiteralMembership(Natures natures) implements Rule {
  @Override
  public Node apply(Node node) {
    if (node instanceof Node.Binary binary
        && binary.operator().equals("in")
        && binary.right() instanceof Node.ListLiteral list
        && !list.nodes().isEmpty()) {
      return membership(binary, list);
    }
    return node;
  }

  private Node membership(Node.Binary binary, Node.ListLiteral list) {
    List<Node> nodes = list.nodes();
    if (natures.of(binary.left()).is(Nature.Kind.INT)
        && nodes.stream().allMatch(Node.Int.class::isInstance)) {
      Set<Object> values = new LinkedHashSet<>();
      nodes.forEach(element -> values.add(GoInt.of(((Node.Int) element).value())));
      return with(binary, Literals.ofInts(values));
    }
    if (nodes.stream().allMatch(Node.Text.class::isInstance)) {
      Set<Object> values = new LinkedHashSet<>();
      nodes.forEach(element -> values.add(((Node.Text) element).value()));
      return with(binary, Literals.ofTexts(values));
    }
    return binary;
  }

  private static Node with(Node.Binary binary, Literals values) {
    Node constant = new Node.Constant(binary.right().span(), values);
    return new Node.Binary(binary.span(), binary.operator(), binary.left(), constant);
  }
}
