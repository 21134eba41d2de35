package io.tocsin.services.email;

import io.tocsin.services.options.Options;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;

/**
 * The options of e-mail.
 *
 * @param username absent for a server that asks for none
 * @param html whether the template's body is HTML
 */
record EmailOptions(
    String host,
    int port,
    Optional<String> username,
    String password,
    String from,
    boolean html,
    boolean insecureSkipVerify,
    Encryption encryption) {
  private static final int SMTPS = 465;
  private static final int SUBMISSION = 587;
  private static final int HIGHEST_PORT = 65_535;

  static EmailOptions read(Options options) {
    String host = options.required("host");
    int port = port(options);
    Optional<String> username = options.string("username").filter(name -> !name.isEmpty());
    return new EmailOptions(
        host,
        port,
        username,
        options.secret("password").orElse(""),
        from(options),
        options.flag("html", false),
        options.flag("insecure_skip_verify", false),
        encryption(options, port == SMTPS, username.isPresent() && !loopback(host)));
  }

  private static int port(Options options) {
    long port = options.integer("port").orElse((long) SUBMISSION);
    if (port < 1 || port > HIGHEST_PORT) {
      options.error("port", "must be from 1 to 65535");
      return SUBMISSION;
    }
    return (int) port;
  }

  private static String from(Options options) {
    String from = options.required("from");
    if (from.strip().chars().anyMatch(Character::isISOControl)) {
      options.error("from", "must not hold control characters");
    }
    try {
      new InternetAddress(from, false);
    } catch (AddressException wrong) {
      options.error("from", "must be an e-mail address");
    }
    return from;
  }

  /** A password does not go out in the clear unless somebody says {@code tls: none}. */
  private static Encryption encryption(Options options, boolean smtps, boolean password) {
    String said = options.string("tls").orElse("auto");
    return switch (said) {
      case "tls" -> Encryption.TLS;
      case "starttls" -> Encryption.STARTTLS;
      case "none" -> Encryption.NONE;
      case "auto" ->
          smtps ? Encryption.TLS : password ? Encryption.STARTTLS : Encryption.OPPORTUNISTIC;
      default -> {
        options.error("tls", "must be auto, tls, starttls or none");
        yield Encryption.STARTTLS;
      }
    };
  }

  private static boolean loopback(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
  }

  /** Keeps the credentials out of logs. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
