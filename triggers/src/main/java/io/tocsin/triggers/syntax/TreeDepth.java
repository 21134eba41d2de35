package io.tocsin.triggers.syntax;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/** Keeps trees shallow enough for recursion, without recursing. */
final class TreeDepth {
  private static final int MAX_DEPTH = 1_000;

  private TreeDepth() {}

  private record Visit(Node node, int depth) {}

  static void check(Node root) {
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Visit> open = new ArrayDeque<>();
    open.push(new Visit(root, 1));
    while (!open.isEmpty()) {
      Visit visit = open.pop();
      if (visit.depth() > MAX_DEPTH) {
        throw new SyntaxException(
            "the expression's tree is more than " + MAX_DEPTH + " deep", visit.node().span());
      }
      if (seen.add(visit.node())) {
        Children.of(visit.node()).forEach(child -> open.push(new Visit(child, visit.depth() + 1)));
      }
    }
  }
}
