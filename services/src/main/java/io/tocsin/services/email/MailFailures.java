package io.tocsin.services.email;

import io.tocsin.services.Outcome;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Tells a mail server's refusal that may pass (4xx) from one that somebody must mend (5xx). */
final class MailFailures {
  private static final int PERMANENT = 500;

  private MailFailures() {}

  static Outcome of(MessagingException failure, String server) {
    return switch (failure) {
      case AuthenticationFailedException _ ->
          new Outcome.Rejected(
              server + " does not accept the username or password: " + text(failure));
      case SendFailedException refused -> refused(refused, server);
      case MessagingException plain when String.valueOf(plain.getMessage()).contains("STARTTLS") ->
          new Outcome.Rejected(server + " offers no STARTTLS, and a password is not said without");
      default ->
          cause(failure, CertificateException.class)
              .<Outcome>map(
                  wrong ->
                      new Outcome.Rejected(
                          server
                              + " showed a certificate that is not trusted: "
                              + wrong.getMessage()
                              + "; its certificate authority belongs into argocd-tls-certs-cm"))
              .orElseGet(() -> later("no mail could be given to " + server + ": " + text(failure)));
    };
  }

  private static Outcome refused(SendFailedException failure, String server) {
    List<String> addresses = addresses(failure.getInvalidAddresses());
    String whom = addresses.isEmpty() ? "the mail" : "mail to " + String.join(", ", addresses);
    String reason = server + " refused " + whom + ": " + text(failure);
    boolean sent = !addresses(failure.getValidSentAddresses()).isEmpty();
    return sent || code(failure) >= PERMANENT
        ? new Outcome.Rejected(reason + (sent ? " (the other recipients have it)" : ""))
        : later(reason);
  }

  /** The highest reply code in the chain: one per refused address, one for the mail. */
  private static int code(MessagingException failure) {
    int highest = 0;
    for (Exception next = failure;
        next instanceof MessagingException current;
        next = current.getNextException()) {
      int code =
          switch (current) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSendFailedException mail -> mail.getReturnCode();
            default -> 0;
          };
      highest = Math.max(highest, code);
    }
    return highest;
  }

  private static List<String> addresses(Address[] addresses) {
    return addresses == null ? List.of() : Stream.of(addresses).map(Address::toString).toList();
  }

  private static String text(MessagingException failure) {
    Exception deepest = failure;
    while (deepest instanceof MessagingException current && current.getNextException() != null) {
      deepest = current.getNextException();
    }
    return String.valueOf(deepest.getMessage()).strip().replaceAll("\\s+", " ");
  }

  private static Outcome later(String reason) {
    return new Outcome.Retryable(reason, Optional.empty());
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }
}
