package io.tocsin.services.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.services.testing.SelfSigned;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;

/** A mail server that offers STARTTLS and LOGIN, and answers commands as it is told. */
final class SmtpPeer implements AutoCloseable {
  private final ServerSocket server;
  private final SelfSigned certificate;
  private final Map<String, String> replies;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private SmtpPeer(ServerSocket server, SelfSigned certificate, Map<String, String> replies) {
    this.server = server;
    this.certificate = certificate;
    this.replies = replies;
  }

  /**
   * @param replies what it answers to a command instead of a friendly word
   */
  static SmtpPeer start(SelfSigned certificate, Map<String, String> replies) {
    try {
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      SmtpPeer peer = new SmtpPeer(socket, certificate, replies);
      Thread.ofVirtual().start(peer::serve);
      return peer;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  /** What the client said, in the clear and protected. */
  List<String> received() {
    return lines;
  }

  private void serve() {
    try (Socket client = server.accept()) {
      say(client, "220 localhost ESMTP");
      Socket secured = talk(client, "250-localhost\r\n250-STARTTLS\r\n250 AUTH LOGIN");
      if (!secured.equals(client)) {
        talk(secured, "250-localhost\r\n250 AUTH LOGIN");
      }
    } catch (IOException closed) {
      lines.add("closed");
    }
  }

  /** Talks until the end, or until the client asks for TLS. */
  private Socket talk(Socket socket, String welcome) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      lines.add(line);
      String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
      if (replies.containsKey(verb)) {
        say(socket, replies.get(verb));
      } else if (verb.equals("STARTTLS")) {
        say(socket, "220 go ahead");
        return secure(socket);
      } else if (verb.equals("EHLO")) {
        say(socket, welcome);
      } else if (verb.equals("AUTH")) {
        logIn(socket, in);
      } else if (verb.equals("DATA")) {
        data(socket, in);
      } else {
        say(socket, verb.equals("QUIT") ? "221 bye" : "250 ok");
      }
    }
    return socket;
  }

  private void logIn(Socket socket, BufferedReader in) throws IOException {
    say(socket, "334 VXNlcm5hbWU6");
    lines.add(in.readLine());
    say(socket, "334 UGFzc3dvcmQ6");
    lines.add(in.readLine());
    say(socket, "235 welcome");
  }

  private static void data(Socket socket, BufferedReader in) throws IOException {
    say(socket, "354 go ahead");
    String line = in.readLine();
    while (line != null && !line.equals(".")) {
      line = in.readLine();
    }
    say(socket, "250 queued");
  }

  private Socket secure(Socket socket) throws IOException {
    SSLSocket secured =
        (SSLSocket) certificate.server().createSocket(socket, null, socket.getPort(), true);
    secured.setUseClientMode(false);
    return secured;
  }

  private static void say(Socket socket, String reply) throws IOException {
    socket.getOutputStream().write((reply + "\r\n").getBytes(UTF_8));
    socket.getOutputStream().flush();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException hung) {
      throw new UncheckedIOException(hung);
    }
  }
}
