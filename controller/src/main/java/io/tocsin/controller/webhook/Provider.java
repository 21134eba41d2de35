package io.tocsin.controller.webhook;

import java.util.List;

/** One kind of sender. */
interface Provider {
  /** Whether the headers are this sender's; the body is not read yet. */
  boolean claims(WebhookRequest request, WebhookSecrets secrets);

  /**
   * What the request tells of; nothing for what is only a test of the connection.
   *
   * @throws WebhookException when the sender is not who it should be or the payload is unreadable
   */
  List<WebhookEvent> read(WebhookRequest request, WebhookSecrets secrets);
}
