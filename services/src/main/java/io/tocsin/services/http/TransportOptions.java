package io.tocsin.services.http;

import io.tocsin.services.options.Options;
import java.time.Duration;
import java.util.Optional;

/**
 * How a service connects, by the option names of the original.
 *
 * @param insecureSkipVerify whether any certificate will do
 * @param maxIdleConns idle connections kept for all hosts; absent: the shared pool
 * @param maxConnsPerHost connections to one host at a time; absent: no limit
 * @param idleConnTimeout how long an idle connection is kept; absent: the shared pool's rule
 * @param timeout the whole exchange; absent: {@link HttpClients}' own
 */
public record TransportOptions(
    boolean insecureSkipVerify,
    Optional<Integer> maxIdleConns,
    Optional<Integer> maxConnsPerHost,
    Optional<Duration> idleConnTimeout,
    Optional<Duration> timeout) {

  public static final TransportOptions DEFAULT =
      new TransportOptions(
          false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Reads the keys that every HTTP service has. */
  public static TransportOptions read(Options options) {
    Optional<Integer> perHost = count(options, "maxIdleConnsPerHost");
    return new TransportOptions(
        options.flag("insecureSkipVerify", false),
        count(options, "maxIdleConns").or(() -> perHost),
        count(options, "maxConnsPerHost"),
        options.duration("idleConnTimeout").filter(Duration::isPositive),
        Optional.empty());
  }

  public TransportOptions withTimeout(Duration whole) {
    return new TransportOptions(
        insecureSkipVerify, maxIdleConns, maxConnsPerHost, idleConnTimeout, Optional.of(whole));
  }

  /** Whether the service keeps idle connections by a rule of its own. */
  boolean ownPool() {
    return maxIdleConns.isPresent() || idleConnTimeout.isPresent();
  }

  /** Zero means, as in Go, that the option is not set. */
  private static Optional<Integer> count(Options options, String key) {
    Optional<Long> value = options.integer(key);
    if (value.filter(number -> number < 0 || number > Integer.MAX_VALUE).isPresent()) {
      options.error(key, "must not be negative");
      return Optional.empty();
    }
    return value.filter(number -> number > 0).map(Long::intValue);
  }
}
