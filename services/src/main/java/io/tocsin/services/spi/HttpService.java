package io.tocsin.services.spi;

import io.tocsin.services.Destination;
import io.tocsin.services.Notification;
import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.Undelivered;
import java.util.Map;
import java.util.Optional;

/** A service over HTTP. */
public abstract class HttpService implements NotificationService {
  private final Exchange exchange;

  protected HttpService(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public final Outcome send(Notification notification, Destination destination) {
    return exchange.attempt(() -> deliver(notification, destination));
  }

  /**
   * Sends one notification.
   *
   * @throws Undelivered to end early
   */
  protected abstract Outcome deliver(Notification notification, Destination destination);

  protected final Exchange http() {
    return exchange;
  }

  /** What the configuration has for a recipient. */
  protected static String of(Map<String, String> byRecipient, Destination to, String what) {
    return Optional.ofNullable(byRecipient.get(to.recipient()))
        .orElseThrow(
            () ->
                Undelivered.rejected(
                    to.service() + " has no " + what + " for the recipient " + to.recipient()));
  }
}
