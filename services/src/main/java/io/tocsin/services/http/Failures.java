package io.tocsin.services.http;

import io.tocsin.services.Outcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Tells a failure that may pass from one that somebody must mend, and says which. */
public final class Failures {
  private static final int LONGEST_EXCERPT = 8192;
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  private Failures() {}

  /** The outcome when no answer came. */
  public static Outcome of(IOException failure, String host) {
    return switch (failure) {
      case ForbiddenAddressException forbidden -> new Outcome.Rejected(forbidden.getMessage());
      case SSLPeerUnverifiedException _ ->
          new Outcome.Rejected(host + " showed a certificate for another host");
      case SSLException tls when caused(tls, CertificateException.class) ->
          new Outcome.Rejected(
              host
                  + " showed a certificate that is not trusted: "
                  + innermost(tls)
                  + "; its certificate authority belongs into argocd-tls-certs-cm");
      case UnknownHostException _ -> later("the name " + host + " is not known");
      case ConnectException _ -> later("no connection to " + host + ": " + failure.getMessage());
      case SocketTimeoutException _ -> later(host + " did not answer in time");
      case InterruptedIOException _ -> later(host + " did not answer in time");
      default -> later("the exchange with " + host + " broke: " + innermost(failure));
    };
  }

  /** The outcome of an answer whose status is not 2xx. */
  public static Outcome of(HttpAnswer answer, String host, Clock clock) {
    String reason = host + " answered " + status(answer) + hint(answer.status()) + excerpt(answer);
    boolean passing =
        PASSING.contains(answer.status()) || (answer.status() >= 500 && answer.status() != 501);
    return passing
        ? new Outcome.Retryable(reason, answer.retryAfter(clock))
        : new Outcome.Rejected(reason);
  }

  /** The beginning of an answer's body, to be appended to a reason; empty for an empty body. */
  public static String excerpt(HttpAnswer answer) {
    String body = answer.body().strip().replaceAll("\\s+", " ");
    if (body.isEmpty()) {
      return "";
    }
    return ": "
        + (body.length() <= LONGEST_EXCERPT ? body : body.substring(0, LONGEST_EXCERPT) + "…");
  }

  private static String status(HttpAnswer answer) {
    return (answer.status() + " " + answer.reason()).strip();
  }

  private static String hint(int status) {
    return switch (status) {
      case 401 -> " (the credentials are not accepted)";
      case 403 -> " (the credentials do not allow it)";
      case 404, 410 -> " (there is nothing at that address)";
      case 413 -> " (the message is too large)";
      case 429 -> " (too many messages)";
      default -> "";
    };
  }

  private static Outcome later(String reason) {
    return new Outcome.Retryable(reason, Optional.empty());
  }

  private static boolean caused(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static String innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
