package io.tocsin.notifier.preview;

/**
 * What one service would show.
 *
 * @param service its name
 * @param type its type
 */
public record Preview(String service, String type, View view) {
  /** Whether it could be rendered. */
  public boolean rendered() {
    return !(view instanceof View.Failed);
  }
}
