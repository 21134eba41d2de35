package io.tocsin.services.github;

import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.HttpAnswer;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Json;
import io.tocsin.services.http.Undelivered;
import io.tocsin.services.keys.Jwt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Installation tokens, each kept until shortly before it expires. Thread-safe. GitHub: "Generating
 * an installation access token for a GitHub App".
 */
final class GitHubTokens {
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);
  private static final Duration LIFETIME = Duration.ofMinutes(9);
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private record Token(String value, Instant expires) {
    /** Keeps the token out of logs. */
    @Override
    public String toString() {
      return "until " + expires;
    }
  }

  private final GitHubOptions options;
  private final Exchange exchange;
  private final Clock clock;
  private final AtomicReference<Token> current = new AtomicReference<>();

  GitHubTokens(GitHubOptions options, Exchange exchange, Clock clock) {
    this.options = options;
    this.exchange = exchange;
    this.clock = clock;
  }

  String token() {
    Token known = current.get();
    if (known != null && clock.instant().isBefore(known.expires().minus(MARGIN))) {
      return known.value();
    }
    Token fresh = fetch();
    current.set(fresh);
    return fresh.value();
  }

  void forget() {
    current.set(null);
  }

  private Token fetch() {
    String url =
        options.url() + "/app/installations/" + options.installationId() + "/access_tokens";
    HttpAnswer answer = exchange.send(GitHubApi.accept(HttpRequest.of("POST", url)).bearer(jwt()));
    String token = answer.field("token");
    if (token.isEmpty()) {
      throw Undelivered.rejected("github gave no installation token");
    }
    return new Token(token, Instant.parse(answer.field("expires_at")));
  }

  private String jwt() {
    Instant now = clock.instant();
    return Jwt.rs256(
        options.key(),
        Optional.empty(),
        Json.fields(
            "iat", now.minus(CLOCK_SKEW).getEpochSecond(),
            "exp", now.plus(LIFETIME).getEpochSecond(),
            "iss", options.appId()));
  }
}
