package io.tocsin.notifier.cli;

import io.tocsin.controller.reconcile.ApplicationController;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sync controller at work, and the server of its webhooks. */
final class SyncControl implements Companion {
  private static final Logger log = LoggerFactory.getLogger(SyncControl.class);

  private final ApplicationController controller;
  private final Optional<WebhookServer> webhooks;

  private SyncControl(ApplicationController controller, Optional<WebhookServer> webhooks) {
    this.controller = controller;
    this.webhooks = webhooks;
  }

  /**
   * Starts both; the controller is closed where that does not succeed.
   *
   * @param port of webhooks: 0 for any free one, less for none
   */
  static SyncControl start(ApplicationController controller, int port) throws IOException {
    Optional<WebhookServer> webhooks = Optional.empty();
    try {
      if (port >= 0) {
        webhooks = Optional.of(new WebhookServer(port, controller.webhook()));
        log.info("webhooks on port {}, path /api/webhook", webhooks.get().port());
      }
    } catch (IOException | RuntimeException e) {
      controller.close();
      throw e;
    }
    controller.start();
    return new SyncControl(controller, webhooks);
  }

  @Override
  public String unready() {
    return controller.unready();
  }

  @Override
  public void close() {
    webhooks.ifPresent(WebhookServer::close);
    controller.close();
  }
}
