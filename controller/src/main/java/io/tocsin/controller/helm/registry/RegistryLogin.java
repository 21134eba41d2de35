package io.tocsin.controller.helm.registry;

import io.tocsin.controller.helm.chart.HelmException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gets from a registry, answering its challenges. Rules: the distribution project's token
 * authentication. Thread-safe.
 */
final class RegistryLogin {
  private static final int LARGEST_TOKEN = 1 << 20;

  private final RepositoryAccess access;
  private final Http http;
  private final Map<String, String> authorizations = new ConcurrentHashMap<>();

  RegistryLogin(RepositoryAccess access, Http http) {
    this.access = access;
    this.http = http;
  }

  /**
   * @param repository within the registry, for which an authorization is kept
   * @param accept media types
   */
  Answer get(String repository, URI url, String accept, int limit) {
    Answer answer = http.get(url, headers(repository, accept), limit);
    if (answer.status() != 401) {
      return answer;
    }
    String authorization =
        answer
            .headers()
            .firstValue("WWW-Authenticate")
            .map(Challenge::parse)
            .flatMap(challenge -> authorization(challenge, url))
            .orElseThrow(() -> refused(url, 401));
    authorizations.put(repository, authorization);
    Answer second = http.get(url, headers(repository, accept), limit);
    if (second.status() == 401) {
      authorizations.remove(repository);
      throw refused(url, 401);
    }
    return second;
  }

  private static HelmException refused(URI url, int status) {
    return new HelmException(
        "%s refuses the credentials or their absence (%d)".formatted(Http.shown(url), status));
  }

  private Map<String, String> headers(String repository, String accept) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", accept);
    String authorization = authorizations.get(repository);
    if (authorization != null) {
      headers.put("Authorization", authorization);
    }
    return headers;
  }

  private Optional<String> authorization(Challenge challenge, URI url) {
    return switch (challenge.scheme()) {
      case "basic" -> access.hasCredentials() ? Optional.of(Http.basic(access)) : Optional.empty();
      case "bearer" -> Optional.of("Bearer " + token(challenge, url));
      default -> Optional.empty();
    };
  }

  private String token(Challenge challenge, URI url) {
    URI realm = realm(challenge, url);
    Map<String, String> headers =
        access.hasCredentials() ? Map.of("Authorization", Http.basic(access)) : Map.of();
    Answer answer = http.get(realm, headers, LARGEST_TOKEN);
    if (!answer.isOk()) {
      throw refused(realm, answer.status());
    }
    Map<?, ?> body = Json.object(answer);
    Object token = body.get("token") == null ? body.get("access_token") : body.get("token");
    if (!(token instanceof String text) || text.isEmpty()) {
      throw new HelmException(Http.shown(realm) + " answered no token");
    }
    return text;
  }

  private URI realm(Challenge challenge, URI url) {
    try {
      String realm = challenge.get("realm");
      String query =
          "service="
              + encoded(challenge.get("service"))
              + "&scope="
              + encoded(challenge.get("scope"));
      URI result = URI.create(realm + (realm.contains("?") ? "&" : "?") + query);
      boolean safe = "https".equals(result.getScheme());
      if (safe || (access.plainHttp() && "http".equals(result.getScheme()))) {
        return result;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new HelmException(
        "%s wants a token from %s, which is no https URL"
            .formatted(Http.shown(url), challenge.get("realm")));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
