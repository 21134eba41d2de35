package io.tocsin.triggers.optimise;

import io.tocsin.triggers.check.Natures;
import io.tocsin.triggers.syntax.Children;
import io.tocsin.triggers.syntax.Node;
import java.util.IdentityHashMap;

/** Applies a rule to all nodes, the children first. For one use by one thread. */
final class Rewriter {
  private final Natures natures;
  private final Rule rule;
  private final IdentityHashMap<Node, Node> rewritten = new IdentityHashMap<>();
  private boolean changed;

  Rewriter(Natures natures, Rule rule) {
    this.natures = natures;
    this.rule = rule;
  }

  /** A node that stands in several places stays one node. */
  Node rewrite(Node node) {
    Node known = rewritten.get(node);
    if (known != null) {
      return known;
    }
    Node copy = Children.map(node, this::rewrite);
    natures.put(copy, natures.of(node));
    Node result = rule.apply(copy);
    if (!result.isSame(copy)) {
      changed = true;
      natures.put(result, natures.of(node));
    }
    rewritten.put(node, result);
    return result;
  }

  boolean hasChanged() {
    return changed;
  }
}
