package io.tocsin.triggers.optimise;

import io.tocsin.triggers.check.Natures;
import io.tocsin.triggers.syntax.Node;
import io.tocsin.triggers.syntax.SyntaxException;
import java.util.List;

/** Changes a tree as Expr 1.17.8 does before it runs it, pass by pass. */
public final class Optimiser {
  private static final int MAX_ROUNDS = 1_000;

  private Optimiser() {}

  /**
   * @param natures gets the natures of new nodes
   * @throws SyntaxException when a constant divides by zero
   */
  public static Node optimise(Node tree, Natures natures) {
    Node node = fold(tree, natures);
    List<Rule> rules =
        List.of(
            new RangeMembership(natures),
            Filters::mapped,
            Filters::counted,
            Filters::last,
            Filters::first,
            Combination::combine,
            Sums::range,
            Sums::list,
            Sums::mapped,
            Counts::any,
            Counts::enough);
    for (Rule rule : rules) {
      node = new Rewriter(natures, rule).rewrite(node);
    }
    return node;
  }

  /** What can be computed without data is. This alone leaves the tree recognisable. */
  public static Node fold(Node tree, Natures natures) {
    Node node = new Rewriter(natures, new LiteralMembership(natures)).rewrite(tree);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Rewriter rewriter = new Rewriter(natures, Folding::fold);
      node = rewriter.rewrite(node);
      if (!rewriter.hasChanged()) {
        break;
      }
    }
    return node;
  }
}
