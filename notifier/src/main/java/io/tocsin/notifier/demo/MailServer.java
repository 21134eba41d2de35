package io.tocsin.notifier.demo;

import io.tocsin.notifier.preview.Preview;
import io.tocsin.services.Notification;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** An SMTP server that shows each mail, and delivers none. It speaks no TLS. */
final class MailServer implements Receiver {
  private final Screen screen;
  private final String username;
  private final String password;
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Starts it, with the only account that it has. */
  MailServer(Screen screen, String username, String password) {
    this.screen = screen;
    this.username = username;
    this.password = password;
    try {
      server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var _ = threads.submit(this::accept);
  }

  @Override
  public String title() {
    return "SMTP server (local)";
  }

  @Override
  public String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  @Override
  public Map<String, String> addresses() {
    return Map.of(
        "host: smtp.example.com",
        "host: 127.0.0.1",
        "port: 587",
        "port: " + server.getLocalPort(),
        "tls: starttls",
        "tls: none");
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.close();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        var _ = threads.submit(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      new MailSession(client, username, password, this::show).run();
    } catch (IOException e) {
      screen.line("   ✗ the SMTP connection broke: " + e.getMessage());
    }
  }

  private void show(byte[] mail) {
    try {
      MimeMessage message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
      String to =
          Arrays.stream(message.getRecipients(Message.RecipientType.TO))
              .map(Object::toString)
              .collect(Collectors.joining(", "));
      Map<String, Object> fields =
          Map.of("subject", message.getSubject(), "body", text(message).stripTrailing());
      screen.letter(
          "Mail to " + to,
          Preview.of("email", false, new Notification("", Map.of("email", fields))));
    } catch (MessagingException | IOException e) {
      screen.line("   ✗ no mail: " + e.getMessage());
    }
  }

  /** The first text, which is the plain one where there are two. */
  private static String text(Part part) throws MessagingException, IOException {
    Object content = part.getContent();
    return content instanceof Multipart parts ? text(parts.getBodyPart(0)) : content.toString();
  }
}
