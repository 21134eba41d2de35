package io.tocsin.services.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback for one client after another. */
public final class NatsPeer implements AutoCloseable {
  private final ServerSocket server;
  private final String complaint;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private NatsPeer(ServerSocket server, String complaint) {
    this.server = server;
    this.complaint = complaint;
  }

  /**
   * @param complaint what it says to a client that connects; empty for a welcome
   */
  public static NatsPeer start(String complaint) {
    try {
      NatsPeer peer =
          new NatsPeer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), complaint);
      Thread.ofVirtual().start(peer::serve);
      return peer;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  public String url() {
    return "nats://127.0.0.1:" + server.getLocalPort();
  }

  public List<String> received() {
    return lines;
  }

  private void serve() {
    try (Socket client = server.accept();
        BufferedReader in =
            new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8))) {
      OutputStream out = client.getOutputStream();
      say(
          out,
          "INFO {\"server_id\":\"x\",\"headers\":true,\"max_payload\":1048576,\"nonce\":\"n\"}");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(line);
        if (line.equals("PING")) {
          say(out, complaint.isEmpty() ? "PONG" : complaint);
        }
      }
    } catch (IOException closed) {
      lines.add("closed");
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException ignored) {
      throw new UncheckedIOException(ignored);
    }
  }
}
