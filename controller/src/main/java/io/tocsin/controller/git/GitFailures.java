package io.tocsin.controller.git;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;

/** Says what went wrong with a repository in one sentence without a credential. */
final class GitFailures {
  private static final Pattern URLS = Pattern.compile("([a-z+]+://)[^/@\\s]*@");

  private static final String[] REFUSED = {
    "not authorized",
    "authentication",
    "no more authentication methods",
    "403",
    "not permitted",
    "cannot log in"
  };

  private GitFailures() {}

  /** A reason, and whether it may go away by itself. */
  private record Reason(String text, boolean passing) {}

  /**
   * @param doing what was asked for, such as a revision
   */
  static RepositoryException of(
      RepositoryId id, String doing, Throwable failure, RepositoryCredentials credentials) {
    if (failure instanceof RepositoryException known) {
      return known;
    }
    Reason reason =
        ofConnection(id, failure)
            .or(() -> ofServer(failure))
            .orElseGet(() -> new Reason(masked(last(failure), credentials), true));
    return new RepositoryException(
        "cannot read %s of %s: %s".formatted(doing, id, reason.text()), reason.passing(), failure);
  }

  private static Optional<Reason> ofConnection(RepositoryId id, Throwable failure) {
    String message = everything(failure);
    if (is(failure, UnknownHostException.class)) {
      String host = GitUrls.host(id.url());
      return Optional.of(new Reason("the host %s is not known".formatted(host), true));
    }
    if (is(failure, SocketTimeoutException.class) || containsAny(message, "timed out", "timeout")) {
      return Optional.of(new Reason("the server does not answer in time", true));
    }
    if (is(failure, ConnectException.class) || is(failure, NoRouteToHostException.class)) {
      return Optional.of(new Reason("the server cannot be reached", true));
    }
    if (containsAny(message, "server key did not validate", "host key")) {
      return Optional.of(
          new Reason(
              "the server's SSH key is not among the known hosts (argocd-ssh-known-hosts-cm)",
              false));
    }
    return is(failure, SSLException.class)
        ? Optional.of(
            new Reason("the server's certificate is not trusted (argocd-tls-certs-cm)", false))
        : Optional.empty();
  }

  private static Optional<Reason> ofServer(Throwable failure) {
    String message = everything(failure);
    if (containsAny(message, REFUSED)) {
      return Optional.of(
          new Reason(
              "the server does not accept the credentials, or wants some and there are none",
              false));
    }
    return is(failure, NoRemoteRepositoryException.class) || containsAny(message, "not found")
        ? Optional.of(
            new Reason(
                "there is no such Git repository, or the credentials do not reach it", false))
        : Optional.empty();
  }

  private static boolean containsAny(String message, String... words) {
    return Arrays.stream(words).anyMatch(message::contains);
  }

  private static boolean is(Throwable failure, Class<? extends Throwable> kind) {
    return find(failure, kind).isPresent();
  }

  static Optional<Throwable> find(Throwable failure, Class<? extends Throwable> kind) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return Optional.of(cause);
      }
    }
    return Optional.empty();
  }

  private static String everything(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      text.append(cause.getMessage()).append('\n');
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }

  private static String last(Throwable failure) {
    String text = failure.getClass().getSimpleName();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      text = cause.getMessage() == null ? text : cause.getMessage();
    }
    return text.lines().findFirst().orElse(text);
  }

  private static String masked(String text, RepositoryCredentials credentials) {
    String shown = URLS.matcher(text).replaceAll("$1");
    for (String secret : credentials.secrets().toList()) {
      shown = shown.replace(secret, "***");
    }
    return shown;
  }
}
