package io.tocsin.embedded.real;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Asks a server whether it is ready. */
final class ReadyProbe {
  private static final Duration INTERVAL = Duration.ofMillis(100);

  private final HttpClient client;
  private final HttpRequest request;

  ReadyProbe(HttpClient client, URI server, String token) {
    this.client = client;
    request =
        HttpRequest.newBuilder(server.resolve("/readyz"))
            .header("Authorization", "Bearer " + token)
            .timeout(Duration.ofSeconds(5))
            .build();
  }

  /** Asks until it is ready, time is up or there is no more hope. */
  boolean await(Duration limit, BooleanSupplier hope) throws InterruptedException {
    Instant end = Instant.now().plus(limit);
    while (Instant.now().isBefore(end) && hope.getAsBoolean()) {
      if (isReady()) {
        return true;
      }
      Thread.sleep(INTERVAL);
    }
    return false;
  }

  private boolean isReady() throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
