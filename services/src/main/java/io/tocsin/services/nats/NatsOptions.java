package io.tocsin.services.nats;

import io.tocsin.services.options.Options;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The options of NATS.
 *
 * @param servers tried in their order
 */
record NatsOptions(
    List<NatsServer> servers,
    Map<String, String> headers,
    Optional<NKey> nkey,
    Optional<String> username,
    String password,
    String token) {

  static NatsOptions read(Options options) {
    List<NatsServer> servers =
        Stream.of(options.required("url").split(","))
            .map(String::strip)
            .filter(url -> !url.isEmpty())
            .flatMap(url -> server(options, url))
            .toList();
    return new NatsOptions(
        servers,
        options.secretMap("headers"),
        options.secret("nkey").flatMap(seed -> nkey(options, seed)),
        options.string("username").filter(name -> !name.isEmpty()),
        options.secret("password").orElse(""),
        options.secret("token").orElse(""));
  }

  private static Stream<NatsServer> server(Options options, String url) {
    Optional<NatsServer> server = NatsServer.parse(url);
    if (server.isEmpty()) {
      options.error("url", "must be a URL such as nats://nats:4222");
    }
    return server.stream();
  }

  private static Optional<NKey> nkey(Options options, String seed) {
    Optional<NKey> key = NKey.ofSeed(seed.strip());
    if (key.isEmpty()) {
      options.error("nkey", "must be the seed of a user's NKey, which begins with SU");
    }
    return key;
  }

  /** Keeps the credentials out of logs. */
  @Override
  public String toString() {
    return "nats at " + servers;
  }
}
