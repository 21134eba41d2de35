package io.tocsin.services.awssqs;

import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.HttpAnswer;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Undelivered;
import io.tocsin.services.http.Urls;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Credentials for a role by the token that Kubernetes gave the pod (IRSA). */
final class WebIdentity implements AwsCredentials.Source {
  private final String url;
  private final String role;
  private final Path token;
  private final Exchange exchange;

  WebIdentity(String url, String role, Path token, Exchange exchange) {
    this.url = url;
    this.role = role;
    this.token = token;
    this.exchange = exchange;
  }

  @Override
  public AwsCredentials get() {
    String form =
        "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleSessionName=tocsin&RoleArn="
            + Urls.encode(role)
            + "&WebIdentityToken="
            + Urls.encode(TokenFile.read(token));
    HttpAnswer answer =
        exchange.send(
            HttpRequest.of("POST", url + "/")
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .withBody(form));
    Map<?, ?> response = map(answer.object().orElse(Map.of()), "AssumeRoleWithWebIdentityResponse");
    Map<?, ?> found = map(map(response, "AssumeRoleWithWebIdentityResult"), "Credentials");
    if (found.isEmpty()) {
      throw Undelivered.rejected("AWS gave no credentials for the role " + role);
    }
    return new AwsCredentials(
        String.valueOf(found.get("AccessKeyId")),
        String.valueOf(found.get("SecretAccessKey")),
        Optional.of(String.valueOf(found.get("SessionToken"))),
        expiry(found.get("Expiration")));
  }

  /** Seconds since 1970, in JSON. */
  private static Optional<Instant> expiry(Object value) {
    return value instanceof Number seconds
        ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
        : Optional.empty();
  }

  private static Map<?, ?> map(Map<?, ?> outer, String name) {
    return outer.get(name) instanceof Map<?, ?> inner ? inner : Map.of();
  }
}
