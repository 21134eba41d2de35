package io.tocsin.embedded.patch;

/** A patch that cannot be applied. */
public final class PatchException extends RuntimeException {
  private final boolean malformed;

  private PatchException(String message, boolean malformed) {
    super(message, null, false, false);
    this.malformed = malformed;
  }

  /** The text is no patch at all. */
  static PatchException malformed(String message) {
    return new PatchException(message, true);
  }

  /** The patch does not fit the object. */
  static PatchException inapplicable(String message) {
    return new PatchException(message, false);
  }

  /** Whether the patch itself is wrong, whatever the object. */
  public boolean isMalformed() {
    return malformed;
  }
}
