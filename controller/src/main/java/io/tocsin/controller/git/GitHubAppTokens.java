package io.tocsin.controller.git;

import io.tocsin.controller.tree.Documents;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tokens of GitHub App installations, kept until shortly before they expire. Safe for many threads.
 *
 * @see <a href="https://docs.github.com/en/apps/creating-github-apps">GitHub's documentation</a>
 */
final class GitHubAppTokens {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Duration MARGIN = Duration.ofMinutes(5);
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Duration LIFE = Duration.ofMinutes(9);
  private static final int CREATED = 201;
  private static final int OK = 200;

  private record Token(String value, Instant expires) {}

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final Map<GitHubApp, Token> tokens = new ConcurrentHashMap<>();
  private final Clock clock;

  GitHubAppTokens(Clock clock) {
    this.clock = clock;
  }

  /**
   * @throws RepositoryException where GitHub gives none
   */
  String token(GitHubApp app, String url) {
    Token known = tokens.get(app);
    if (known != null && clock.instant().isBefore(known.expires().minus(MARGIN))) {
      return known.value();
    }
    String jwt = jwt(app);
    String installation =
        app.installation().isEmpty() ? installation(app, jwt, url) : app.installation();
    Map<?, ?> answer =
        ask(
            request(app, jwt, "/app/installations/%s/access_tokens".formatted(installation))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            CREATED,
            app);
    Token token = new Token(String.valueOf(answer.get("token")), expiry(answer));
    tokens.put(app, token);
    return token.value();
  }

  private Instant expiry(Map<?, ?> answer) {
    try {
      return Instant.parse(String.valueOf(answer.get("expires_at")));
    } catch (DateTimeParseException e) {
      return clock.instant().plus(MARGIN);
    }
  }

  private String installation(GitHubApp app, String jwt, String url) {
    String[] parts = GitUrls.normalize(url).split("/");
    String repository = parts[parts.length - 2] + "/" + parts[parts.length - 1];
    HttpRequest request =
        request(app, jwt, "/repos/%s/installation".formatted(repository)).GET().build();
    return String.valueOf(ask(request, OK, app).get("id"));
  }

  private static HttpRequest.Builder request(GitHubApp app, String jwt, String path) {
    return HttpRequest.newBuilder(URI.create(app.apiUrl() + path))
        .timeout(TIMEOUT)
        .header("Accept", "application/vnd.github+json")
        .header("Authorization", "Bearer " + jwt);
  }

  private Map<?, ?> ask(HttpRequest request, int expected, GitHubApp app) {
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != expected) {
        throw new RepositoryException(
            "%s was given no token for its installation: HTTP status %d"
                .formatted(app, answer.statusCode()));
      }
      return (Map<?, ?>) Documents.json("the answer", answer.body());
    } catch (IOException e) {
      throw new RepositoryException(
          "%s was given no token: %s does not answer".formatted(app, app.apiUrl()), true, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RepositoryException("%s: interrupted".formatted(app), true, e);
    }
  }

  private String jwt(GitHubApp app) {
    Instant now = clock.instant();
    String head = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
    String claims =
        encode(
            Documents.compact(
                Map.of(
                    "iat", now.minus(SKEW).getEpochSecond(),
                    "exp", now.plus(LIFE).getEpochSecond(),
                    "iss", app.id())));
    String signed = head + "." + claims;
    PrivateKey key = Pem.privateKey("githubAppPrivateKey", app.privateKey()).getPrivate();
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return String.join(".", List.of(signed, encode(signature.sign())));
    } catch (GeneralSecurityException e) {
      throw new RepositoryException("githubAppPrivateKey of %s is no RSA key".formatted(app));
    }
  }

  private static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
