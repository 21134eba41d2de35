package io.tocsin.controller.reconcile;

/** How thoroughly an Application is looked at; the later ones include the earlier. */
enum Refresh {
  NONE,
  /** What was rendered last is compared with what lives now. */
  RECENT,
  /** Revisions are resolved anew. */
  LATEST,
  /** Nothing is believed that was kept. */
  HARD;

  Refresh or(Refresh other) {
    return compareTo(other) >= 0 ? this : other;
  }

  boolean includes(Refresh other) {
    return compareTo(other) >= 0;
  }
}
