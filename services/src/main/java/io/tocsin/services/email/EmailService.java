package io.tocsin.services.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Notification;
import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.http.Attempts;
import io.tocsin.services.http.Undelivered;
import io.tocsin.services.spi.Buckets;
import io.tocsin.services.spi.ServiceContext;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Gives mails to one server, a connection each; a recipient may be several, by commas. */
final class EmailService implements NotificationService {
  private final String name;
  private final EmailOptions options;
  private final ServiceContext context;
  private final Session session;
  private final Mail mail;

  EmailService(String name, EmailOptions options, ServiceContext context) {
    this.name = name;
    this.options = options;
    this.context = context;
    this.session = MailSessions.create(options, context.http());
    this.mail = new Mail(options, context.clock());
  }

  @Override
  public Outcome send(Notification notification, Destination destination) {
    return Attempts.run(
        context.redactor(),
        () -> {
          try {
            return deliver(notification, addresses(destination.recipient()));
          } catch (MessagingException failure) {
            return MailFailures.of(failure, options.toString());
          }
        });
  }

  @Override
  public Limits limits(Destination destination) {
    return Limits.none(Buckets.of(EmailType.KEY, options + options.username().orElse("")));
  }

  private Outcome deliver(Notification notification, List<InternetAddress> to)
      throws MessagingException {
    checkAddress();
    MimeMessage message = mail.write(session, notification, to);
    show(message);
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect(
          options.host(),
          options.port(),
          options.username().orElse(null),
          options.username().map(_ -> options.password()).orElse(null));
      transport.sendMessage(message, message.getAllRecipients());
      if (transport instanceof SMTPTransport smtp) {
        String answer = String.valueOf(smtp.getLastServerResponse()).strip();
        context.listener().response(name, context.redactor().redact(answer));
      }
    }
    return new Outcome.Delivered();
  }

  private static List<InternetAddress> addresses(String recipient) {
    List<InternetAddress> addresses = new ArrayList<>();
    for (String address : recipient.split(",")) {
      if (!address.isBlank()) {
        addresses.add(address(address.strip()));
      }
    }
    if (addresses.isEmpty()) {
      throw Undelivered.rejected("the recipient holds no e-mail address");
    }
    return addresses;
  }

  private static InternetAddress address(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw Undelivered.rejected("an e-mail address of the recipient holds control characters");
    }
    try {
      return new InternetAddress(text, true);
    } catch (AddressException wrong) {
      throw Undelivered.rejected(text + " is no e-mail address");
    }
  }

  private void checkAddress() {
    try {
      for (InetAddress address : InetAddress.getAllByName(options.host())) {
        if (!context.http().policy().allows(address)) {
          throw Undelivered.rejected(
              options.host() + " is an address that this service may not connect to");
        }
      }
    } catch (UnknownHostException unknown) {
      throw new Undelivered(
          new Outcome.Retryable("the name " + options.host() + " is not known", Optional.empty()));
    }
  }

  private void show(MimeMessage message) throws MessagingException {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      message.writeTo(bytes);
      String text = "SMTP " + options + "\n" + bytes.toString(UTF_8).replace("\r\n", "\n");
      context.listener().request(name, context.redactor().redact(text));
    } catch (IOException impossible) {
      throw new MessagingException("the mail cannot be written", impossible);
    }
  }
}
