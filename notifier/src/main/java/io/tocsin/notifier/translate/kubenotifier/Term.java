package io.tocsin.notifier.translate.kubenotifier;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of an expression.
 *
 * @param joint what its parts are joined by at the outside; empty for one part
 */
record Term(String text, String joint) {
  static final String AND = "and";
  static final String OR = "or";

  static Term of(String text) {
    return new Term(text, "");
  }

  /** The terms, joined; those that are joined otherwise, in brackets. */
  static Term join(String joint, List<Term> terms) {
    return join(joint, terms, " ");
  }

  /**
   * The same.
   *
   * @param space what stands before each joint
   */
  static Term join(String joint, List<Term> terms, String space) {
    if (terms.size() == 1) {
      return terms.getFirst();
    }
    return new Term(
        terms.stream()
            .map(term -> term.fits(joint) ? term.text : "(" + term.text + ")")
            .collect(Collectors.joining(space + joint + " ")),
        joint);
  }

  private boolean fits(String other) {
    return joint.isEmpty() || joint.equals(other);
  }
}
