package io.tocsin.controller.compare;

/** In Argo CD's spelling. */
public enum SyncStatus {
  SYNCED("Synced"),
  OUT_OF_SYNC("OutOfSync"),
  UNKNOWN("Unknown");

  private final String text;

  SyncStatus(String text) {
    this.text = text;
  }

  /** As it stands in an Application's status. */
  @Override
  public String toString() {
    return text;
  }
}
