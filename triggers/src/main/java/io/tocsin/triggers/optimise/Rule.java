package io.tocsin.triggers.optimise;

import io.tocsin.triggers.syntax.Node;

/** What one pass makes of a node whose children it has been to; the same node where nothing. */
@FunctionalInterface
interface Rule {
  Node apply(Node node);
}
