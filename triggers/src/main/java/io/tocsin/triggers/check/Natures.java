package io.tocsin.triggers.check;

import io.tocsin.triggers.syntax.Node;
import java.util.IdentityHashMap;

/** What the checker found out about the nodes of a tree. For one thread. */
public final class Natures {
  private final IdentityHashMap<Node, Nature> natures = new IdentityHashMap<>();

  /** What is known of the node's value. */
  public Nature of(Node node) {
    return natures.getOrDefault(node, Nature.UNKNOWN);
  }

  boolean contains(Node node) {
    return natures.containsKey(node);
  }

  /** Remembers what a node is, be it that another one took its place. */
  public void put(Node node, Nature nature) {
    natures.put(node, nature);
  }
}
