package io.tocsin.services.github;

import io.tocsin.services.Outcome;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.HttpAnswer;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Undelivered;
import java.time.Duration;
import java.util.Optional;

/** Calls GitHub's REST API with an installation's token. */
final class GitHubApi {
  private final GitHubOptions options;
  private final GitHubTokens tokens;
  private final Exchange exchange;

  GitHubApi(GitHubOptions options, GitHubTokens tokens, Exchange exchange) {
    this.options = options;
    this.tokens = tokens;
    this.exchange = exchange;
  }

  static HttpRequest accept(HttpRequest request) {
    return request
        .header("Accept", "application/vnd.github+json")
        .header("X-GitHub-Api-Version", "2022-11-28");
  }

  Exchange exchange() {
    return exchange;
  }

  /** What names the credential. */
  String installation() {
    return options.url() + "/" + options.installationId();
  }

  HttpAnswer get(String path) {
    return send(HttpRequest.of("GET", options.url() + path));
  }

  HttpAnswer post(String path, Object body) {
    return send(HttpRequest.of("POST", options.url() + path).withJson(body));
  }

  HttpAnswer patch(String path, Object body) {
    return send(HttpRequest.of("PATCH", options.url() + path).withJson(body));
  }

  private HttpAnswer send(HttpRequest request) {
    HttpAnswer answer = exchange.ask(accept(request).bearer(tokens.token()));
    if (answer.ok()) {
      return answer;
    }
    if (answer.status() == 401) {
      tokens.forget();
    }
    throw new Undelivered(failure(request, answer));
  }

  /** GitHub says 403 when it means 429: the headers tell. */
  private Outcome failure(HttpRequest request, HttpAnswer answer) {
    boolean limited =
        answer.status() == 403
            && (answer.header("Retry-After").isPresent()
                || answer.header("X-RateLimit-Remaining").filter("0"::equals).isPresent());
    Outcome outcome = exchange.failure(request, answer);
    return limited && outcome instanceof Outcome.Rejected(var reason)
        ? new Outcome.Retryable(
            reason,
            answer
                .header("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .or(() -> Optional.of(Duration.ofMinutes(1))))
        : outcome;
  }
}
