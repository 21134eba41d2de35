package io.tocsin.services.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.services.Notification;
import io.tocsin.services.fields.Fields;
import io.tocsin.services.text.Texts;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Writes one mail. */
final class Mail {
  private static final String UTF_8_CHARSET = "UTF-8";

  private final EmailOptions options;
  private final Clock clock;

  Mail(EmailOptions options, Clock clock) {
    this.options = options;
    this.clock = clock;
  }

  MimeMessage write(Session session, Notification notification, List<InternetAddress> to)
      throws MessagingException {
    Fields fields = Fields.orNone(notification, EmailType.KEY);
    String body = fields.text("body", notification.message());
    MimeMessage mail = new IdentifiedMail(session, messageId());
    mail.setFrom(new InternetAddress(options.from(), false));
    mail.setRecipients(Message.RecipientType.TO, to.toArray(new InternetAddress[0]));
    mail.setSubject(subject(fields, notification.message()), UTF_8_CHARSET);
    mail.setSentDate(Date.from(clock.instant()));
    thread(mail, fields.text("thread"));
    if (options.html() || fields.text("escape").equals("html")) {
      mail.setContent(both(plain(notification.message(), body), body));
    } else {
      mail.setText(body, UTF_8_CHARSET);
    }
    mail.saveChanges();
    return mail;
  }

  /** A subject is one line; without one, the message's first line says it. */
  private static String subject(Fields fields, String message) {
    String subject = fields.text("subject").strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
    return subject.isEmpty() ? Texts.firstLine(message) : subject;
  }

  /** All mails of an application refer to one that was never sent: so they form a thread. */
  private void thread(MimeMessage mail, String key) throws MessagingException {
    if (!key.isBlank()) {
      String root = "<" + UUID.nameUUIDFromBytes(key.getBytes(UTF_8)) + "@" + domain() + ">";
      mail.setHeader("References", root);
      mail.setHeader("In-Reply-To", root);
    }
  }

  private String messageId() {
    return "<" + UUID.randomUUID() + "@" + domain() + ">";
  }

  private String domain() {
    return options.from().replaceFirst(".*@", "").replaceAll("[>\\s].*", "");
  }

  private static MimeMultipart both(String plain, String html) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(plain, UTF_8_CHARSET);
    MimeBodyPart page = new MimeBodyPart();
    page.setText(html, UTF_8_CHARSET, "html");
    return new MimeMultipart("alternative", text, page);
  }

  private static String plain(String message, String html) {
    return message.isBlank() || message.equals(html) ? PlainText.of(html) : message;
  }

  /** A mail whose id is given: Jakarta Mail would make one that names this host. */
  private static final class IdentifiedMail extends MimeMessage {
    private final String id;

    IdentifiedMail(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
