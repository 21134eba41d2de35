package io.tocsin.triggers.syntax;

import java.util.Optional;

/** Finds what an application of several sources has in place of a revision. */
public final class Revisions {
  private Revisions() {}

  /** The {@code revisions} beside the {@code revision} that the expression ends in. */
  public static Optional<Node> beside(Node node) {
    return switch (node) {
      case Node.Chain chain ->
          beside(chain.node()).map(inner -> new Node.Chain(chain.span(), inner));
      case Node.Member(Span span, Node target, Node.Text(Span at, String name), _, _)
          when name.equals("revision") ->
          Optional.of(new Node.Member(span, target, new Node.Text(at, "revisions"), true, false))
              .map(member -> new Node.Chain(span, member));
      default -> Optional.empty();
    };
  }
}
