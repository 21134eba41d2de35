package io.tocsin.services.gcppubsub;

import io.tocsin.services.http.Json;
import io.tocsin.services.http.Undelivered;
import io.tocsin.services.keys.Jwt;
import io.tocsin.services.keys.PrivateKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens signed with a service account's own key, which Google's services take without an exchange
 * (Google AIP-4111). The file is read at each use, as a mounted Secret changes in place.
 */
final class ServiceAccount implements GoogleTokens {
  private static final String AUDIENCE = "https://pubsub.googleapis.com/";
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final Path file;
  private final Clock clock;

  ServiceAccount(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  @Override
  public Optional<String> get() {
    Map<String, Object> account = read();
    if (!"service_account".equals(account.get("type"))) {
      throw Undelivered.rejected("the key file " + file + " is no service account's");
    }
    String email = String.valueOf(account.get("client_email"));
    Instant now = clock.instant();
    return Optional.of(
        Jwt.rs256(
            key(account),
            Optional.ofNullable(account.get("private_key_id")).map(String::valueOf),
            Json.fields(
                "iss", email,
                "sub", email,
                "aud", AUDIENCE,
                "iat", now.getEpochSecond(),
                "exp", now.plus(LIFETIME).getEpochSecond())));
  }

  private PrivateKey key(Map<String, Object> account) {
    try {
      return PrivateKeys.rsa(String.valueOf(account.get("private_key")));
    } catch (IllegalArgumentException wrong) {
      throw Undelivered.rejected("private_key in the key file " + file + " " + wrong.getMessage());
    }
  }

  private Map<String, Object> read() {
    try {
      return Json.object(Files.readString(file))
          .orElseThrow(() -> Undelivered.rejected("the key file " + file + " is no JSON object"));
    } catch (IOException unreadable) {
      throw Undelivered.rejected("the key file " + file + " cannot be read");
    }
  }
}
