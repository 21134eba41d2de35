package io.tocsin.services.gcppubsub;

import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.HttpAnswer;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Undelivered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Tokens from the metadata server beside a pod or a machine of Google's. Thread-safe. */
final class MetadataServer implements GoogleTokens {
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private record Token(String value, Instant expires) {
    /** Keeps the token out of logs. */
    @Override
    public String toString() {
      return "until " + expires;
    }
  }

  private final String url;
  private final Exchange exchange;
  private final Clock clock;
  private final AtomicReference<Token> current = new AtomicReference<>();

  MetadataServer(String host, Exchange exchange, Clock clock) {
    this.url = "http://" + host + "/computeMetadata/v1/instance/service-accounts/default/token";
    this.exchange = exchange;
    this.clock = clock;
  }

  @Override
  public Optional<String> get() {
    Token known = current.get();
    if (known == null || !clock.instant().isBefore(known.expires().minus(MARGIN))) {
      known = fetch();
      current.set(known);
    }
    return Optional.of(known.value());
  }

  private Token fetch() {
    HttpAnswer answer =
        exchange.send(HttpRequest.of("GET", url).header("Metadata-Flavor", "Google"));
    Map<String, Object> token = answer.object().orElse(Map.of());
    if (token.get("access_token") instanceof String value
        && token.get("expires_in") instanceof Long seconds) {
      return new Token(value, clock.instant().plusSeconds(seconds));
    }
    throw Undelivered.rejected("the metadata server gave no token");
  }
}
