package io.tocsin.controller.sync;

import java.util.Optional;

/** The parts of a sync, in their order. */
public enum SyncPhase {
  PRE_SYNC("PreSync"),
  SYNC("Sync"),
  POST_SYNC("PostSync"),
  SYNC_FAIL("SyncFail");

  private final String text;

  SyncPhase(String text) {
    this.text = text;
  }

  static Optional<SyncPhase> read(String text) {
    for (SyncPhase phase : values()) {
      if (phase.text.equals(text)) {
        return Optional.of(phase);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }
}
