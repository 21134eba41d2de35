package io.tocsin.services.email;

import static io.tocsin.services.testing.Sending.message;
import static io.tocsin.services.testing.Sending.render;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.options.Validated;
import io.tocsin.services.testing.Sending;
import jakarta.mail.Address;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real mail server. */
final class EmailServiceTest {
  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
          });

  @BeforeEach
  void start() {
    server.withConfiguration(new GreenMailConfiguration().withUser("argo", "pa55w0rd"));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aRecipientAddsNoHeader() {
    String injected = "email:\"x\r\nReply-To: evil@example.com\" <me@example.com>";

    assertThat(send(email(""), message("m"), injected))
        .isEqualTo(
            new Outcome.Rejected("an e-mail address of the recipient holds control characters"));
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void sendsAMessageAsATextWithItsFirstLineForASubject() throws Exception {
    assertThat(
            send(
                email(""),
                message("应用 guestbook is healthy\n\nSee Argo CD"),
                "email:me@example.com"))
        .isEqualTo(new Outcome.Delivered());

    MimeMessage mail = received();
    assertThat(mail.getSubject()).isEqualTo("应用 guestbook is healthy");
    assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(mail.getContent().toString().strip())
        .isEqualTo("应用 guestbook is healthy\r\n\r\nSee Argo CD");
    assertThat(mail.getFrom())
        .extracting(Address::toString)
        .containsExactly("Argo <argo@example.com>");
    assertThat(mail.getSentDate()).isEqualTo(Date.from(Sending.NOW));
  }

  @Test
  void sendsToSeveralRecipients() throws Exception {
    send(
        email(""),
        render("message: m\nemail: {subject: \"Application {{.app.metadata.name}}\\nsynced\"}"),
        "email:a@example.com, b@example.com");

    assertThat(server.getReceivedMessages()).hasSize(2);
    assertThat(received().getSubject()).isEqualTo("Application guestbook synced");
    assertThat(received().getAllRecipients()).hasSize(2);
  }

  @Test
  void sendsHtmlWithAPlainTextBesideIt() throws Exception {
    send(
        email("html: true"),
        render("email: {subject: s, body: '<p>Hi <a href=\"https://a\">there</a> &amp; bye</p>'}"),
        "email:me@example.com");

    MimeMultipart both = (MimeMultipart) received().getContent();
    assertThat(both.getContentType()).startsWith("multipart/alternative");
    assertThat(both.getBodyPart(0).getContent().toString().strip())
        .isEqualTo("Hi there (https://a) & bye");
    assertThat(both.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    assertThat(both.getBodyPart(1).getContent().toString().strip())
        .isEqualTo("<p>Hi <a href=\"https://a\">there</a> &amp; bye</p>");
  }

  @Test
  void threadsTheMailsOfAnApplication() throws Exception {
    NotificationService email = email("");
    String template = "message: m\nemail: {thread: '{{.app.metadata.name}}'}";

    send(email, render(template), "email:me@example.com");
    send(email, render(template), "email:me@example.com");

    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails[0].getHeader("References")).isEqualTo(mails[1].getHeader("References"));
    assertThat(mails[0].getMessageID())
        .isNotEqualTo(mails[1].getMessageID())
        .endsWith("@example.com>");
  }

  @Test
  void logsInOverTls() {
    assertThat(
            send(
                tls("username: argo\npassword: pa55w0rd\ninsecure_skip_verify: true"),
                message("x"),
                "email:me@example.com"))
        .isEqualTo(new Outcome.Delivered());
  }

  @Test
  void rejectsAWrongPasswordWithoutShowingIt() {
    Outcome outcome =
        send(
            tls("username: argo\npassword: wr0ng\ninsecure_skip_verify: true"),
            message("x"),
            "email:me@example.com");

    assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
    assertThat(outcome.toString())
        .contains("does not accept the username or password")
        .doesNotContain("wr0ng");
  }

  @Test
  void rejectsACertificateThatIsNotTrusted() {
    Outcome outcome = send(tls(""), message("x"), "email:me@example.com");

    assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
    assertThat(outcome.toString()).contains("certificate");
  }

  @Test
  void doesNotSayAPasswordInTheClear() {
    Validated<NotificationService> read =
        Sending.read("email", "email", "{host: mail.example.com, from: a@b.c, username: u}");

    assertThat(read.errors()).isEmpty();
    assertThat(Sending.read("email", "email", "{host: h, from: a@b.c, tls: perhaps}").errors())
        .containsExactly("service.email: tls must be auto, tls, starttls or none");
  }

  @Test
  void mayPassWhereNobodyListens() {
    int port = server.getSmtp().getPort();
    server.stop();

    Outcome outcome =
        send(service("email", "email", options(port, "")), message("x"), "email:me@example.com");

    assertThat(outcome).isInstanceOf(Outcome.Retryable.class);
  }

  @Test
  void rejectsWhatIsNoAddress() {
    assertThat(send(email(""), message("x"), "email:nobody"))
        .isEqualTo(new Outcome.Rejected("nobody is no e-mail address"));
  }

  private NotificationService email(String more) {
    return service("email", "email", options(server.getSmtp().getPort(), more));
  }

  private NotificationService tls(String more) {
    return service("email", "email", options(server.getSmtps().getPort(), "tls: tls\n" + more));
  }

  private static String options(int port, String more) {
    return "host: 127.0.0.1\nport: " + port + "\nfrom: Argo <argo@example.com>\n" + more;
  }

  private MimeMessage received() {
    return server.getReceivedMessages()[0];
  }
}
