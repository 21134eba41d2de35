package io.tocsin.services.webhook;

import io.tocsin.services.RetryHints;
import io.tocsin.services.http.Header;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.options.Options;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The options of a webhook. */
record WebhookOptions(
    String url,
    List<Header> headers,
    Optional<BasicAuth> basicAuth,
    RetryHints retry,
    TransportOptions transport,
    Optional<Success> success) {

  private static final Duration WAIT_MIN = Duration.ofSeconds(1);
  private static final Duration WAIT_MAX = Duration.ofSeconds(5);
  private static final long RETRIES = 3;
  private static final Pattern SENSITIVE =
      Pattern.compile("(?i)auth|token|key|secret|cookie|signature|password");

  record BasicAuth(String username, String password) {}

  static WebhookOptions read(Options options) {
    return new WebhookOptions(
        options.requiredUrl("url"),
        options.objects("headers").stream().map(WebhookOptions::header).toList(),
        options.object("basicAuth").map(WebhookOptions::basicAuth),
        retry(options),
        TransportOptions.read(options),
        options.string("success").flatMap(source -> Success.compile(options, source)));
  }

  private static Header header(Options options) {
    String name = options.required("name");
    String value = options.string("value").orElse("");
    if (SENSITIVE.matcher(name).find()) {
      options.hideHeader(value);
    }
    return new Header(name, value);
  }

  /** Zero means, as in Go, that the option is not set. */
  private static BasicAuth basicAuth(Options options) {
    String username = options.string("username").orElse("");
    Optional<String> password = options.secret("password");
    password.ifPresent(value -> options.hide(username + ":" + value));
    return new BasicAuth(username, password.orElse(""));
  }

  private static RetryHints retry(Options options) {
    Duration min = options.duration("retryWaitMin").filter(Duration::isPositive).orElse(WAIT_MIN);
    Duration max = options.duration("retryWaitMax").filter(Duration::isPositive).orElse(WAIT_MAX);
    long attempts = options.integer("retryMax").filter(number -> number != 0).orElse(RETRIES);
    if (attempts < 0 || attempts > Integer.MAX_VALUE) {
      options.error("retryMax", "must not be negative");
      attempts = RETRIES;
    }
    return new RetryHints((int) attempts, min, max.compareTo(min) < 0 ? min : max);
  }
}
