package io.tocsin.services.gcppubsub;

import io.tocsin.services.http.Exchange;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Tokens for Google's services, as its own tools find credentials. */
@FunctionalInterface
interface GoogleTokens {
  /**
   * The token of now; absent where none is needed.
   *
   * @throws Undelivered when there are no credentials
   */
  Optional<String> get();

  /** By a key file, one that the environment names, or the metadata server (Workload Identity). */
  static GoogleTokens of(
      Optional<String> keyFile, Map<String, String> environment, Exchange exchange, Clock clock) {
    return keyFile
        .or(() -> Optional.ofNullable(environment.get("GOOGLE_APPLICATION_CREDENTIALS")))
        .<GoogleTokens>map(file -> new ServiceAccount(Path.of(file), clock))
        .orElseGet(
            () ->
                new MetadataServer(
                    environment.getOrDefault("GCE_METADATA_HOST", "metadata.google.internal"),
                    exchange,
                    clock));
  }
}
