package io.tocsin.services.nats;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A server's address.
 *
 * @param tls whether the URL asks for TLS; a server may ask for it, too
 * @param user what stands before {@code @} in the URL
 */
record NatsServer(String host, int port, boolean tls, Optional<String> user) {
  private static final int PORT = 4222;
  private static final Pattern SCHEME = Pattern.compile("(?i)nats|tls");

  static Optional<NatsServer> parse(String text) {
    try {
      URI uri = URI.create(text.contains("://") ? text : "nats://" + text);
      if (uri.getHost() == null || !SCHEME.matcher(uri.getScheme()).matches()) {
        return Optional.empty();
      }
      return Optional.of(
          new NatsServer(
              uri.getHost(),
              uri.getPort() < 0 ? PORT : uri.getPort(),
              uri.getScheme().equalsIgnoreCase("tls"),
              Optional.ofNullable(uri.getUserInfo())));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
