package io.tocsin.notifier.preview;

import io.tocsin.services.Notification;

/**
 * What one service would show.
 *
 * @param service its name
 * @param type its type
 */
public record Preview(String service, String type, View view) {
  /**
   * What a message shows that has been rendered.
   *
   * @param type of the service
   * @param html whether mails are HTML
   */
  public static Preview of(String type, boolean html, Notification said) {
    return new Preview(type, type, new Views(type, type, html, said).view());
  }

  /** Whether it could be rendered. */
  public boolean rendered() {
    return !(view instanceof View.Failed);
  }
}
