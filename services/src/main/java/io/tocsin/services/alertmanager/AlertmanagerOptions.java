package io.tocsin.services.alertmanager;

import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.options.Options;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The options of Alertmanager.
 *
 * @param targets hosts with ports
 */
record AlertmanagerOptions(
    List<String> targets,
    String scheme,
    String path,
    Optional<String> username,
    String password,
    String bearerToken,
    TransportOptions transport) {
  private static final long TIMEOUT_SECONDS = 3;

  static AlertmanagerOptions read(Options options) {
    List<String> targets = options.strings("targets");
    Optional<Options> basic = options.object("basicAuth");
    long timeout = options.integer("timeout").filter(number -> number > 0).orElse(TIMEOUT_SECONDS);
    return new AlertmanagerOptions(
        targets.isEmpty() ? List.of("127.0.0.1:9093") : targets,
        options.string("scheme").filter(text -> !text.isEmpty()).orElse("http"),
        options.string("apiPath").filter(text -> !text.isEmpty()).orElse("/api/v2/alerts"),
        basic.map(auth -> auth.string("username").orElse("")),
        basic.flatMap(auth -> auth.secret("password")).orElse(""),
        options.secret("bearerToken").orElse(""),
        TransportOptions.read(options).withTimeout(Duration.ofSeconds(timeout)));
  }

  HttpRequest sign(HttpRequest request) {
    if (username.isPresent()) {
      return request.basic(username.get(), password);
    }
    return bearerToken.isEmpty() ? request : request.bearer(bearerToken);
  }

  /** Keeps the credentials out of logs. */
  @Override
  public String toString() {
    return "alertmanager at " + targets;
  }
}
