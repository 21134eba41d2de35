package io.tocsin.embedded.api;

/**
 * How to write.
 *
 * @param dryRun whether to answer as if it had been written, but write nothing
 * @param fieldManager who owns the fields that are written
 * @param force whether an apply takes over fields of others
 */
public record WriteOptions(boolean dryRun, String fieldManager, boolean force) {
  /** A plain write. */
  public static final WriteOptions DEFAULT = new WriteOptions(false, "tocsin", false);
}
