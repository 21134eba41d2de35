package io.tocsin.controller.sync;

/** What becomes of an object's dependents when it is deleted. */
public enum Propagation {
  FOREGROUND("Foreground"),
  BACKGROUND("Background"),
  ORPHAN("Orphan");

  private final String text;

  Propagation(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
