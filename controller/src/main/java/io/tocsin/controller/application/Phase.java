package io.tocsin.controller.application;

import java.util.Optional;

/** How far an operation, or what it did to one object, has come. */
public enum Phase {
  RUNNING("Running"),
  TERMINATING("Terminating"),
  FAILED("Failed"),
  ERROR("Error"),
  SUCCEEDED("Succeeded");

  private final String text;

  Phase(String text) {
    this.text = text;
  }

  /** Empty for a text that is none of Argo CD's. */
  static Optional<Phase> read(String text) {
    for (Phase phase : values()) {
      if (phase.text.equals(text)) {
        return Optional.of(phase);
      }
    }
    return Optional.empty();
  }

  public boolean isCompleted() {
    return this == FAILED || this == ERROR || this == SUCCEEDED;
  }

  @Override
  public String toString() {
    return text;
  }
}
