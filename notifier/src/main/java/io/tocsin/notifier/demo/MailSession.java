package io.tocsin.notifier.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * One client of the {@link MailServer}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321">RFC 5321</a>
 */
final class MailSession {
  private final BufferedReader in;
  private final OutputStream out;
  private final String credentials;
  private final Consumer<byte[]> mails;
  private boolean known;

  /**
   * Says nothing yet.
   *
   * @param mails hears of each mail, with its header
   */
  MailSession(Socket client, String username, String password, Consumer<byte[]> mails)
      throws IOException {
    in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    out = client.getOutputStream();
    credentials = "\0" + username + "\0" + password;
    this.mails = mails;
  }

  /** Serves until the client goes. */
  void run() throws IOException {
    say("220 localhost ESMTP");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      switch (command) {
        case "EHLO" -> say("250-localhost\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 AUTH PLAIN");
        case "AUTH" -> authenticate(line);
        case "MAIL" -> say(known ? "250 OK" : "530 5.7.0 Authentication required");
        case "RCPT", "RSET", "NOOP" -> say("250 OK");
        case "DATA" -> {
          say("354 End data with <CR><LF>.<CR><LF>");
          mails.accept(mail());
          say("250 OK");
        }
        case "QUIT" -> {
          say("221 Bye");
          return;
        }
        default -> say("502 Command not implemented");
      }
    }
  }

  private void authenticate(String line) throws IOException {
    String said = line.substring(line.lastIndexOf(' ') + 1);
    if (said.equalsIgnoreCase("PLAIN")) {
      say("334 ");
      said = in.readLine();
    }
    String decoded = new String(Base64.getDecoder().decode(said), StandardCharsets.UTF_8);
    known = decoded.endsWith(credentials);
    say(
        known
            ? "235 2.7.0 Authentication successful"
            : "535 5.7.8 Authentication credentials invalid");
  }

  private byte[] mail() throws IOException {
    StringBuilder mail = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    return mail.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void say(String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }
}
