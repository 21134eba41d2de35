package io.tocsin.services.nats;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.services.http.HttpClients;
import io.tocsin.services.http.Json;
import io.tocsin.services.http.Trust;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A connection that publishes, by NATS's documentation of its client protocol. Every step waits for
 * the server's word, so what was published has arrived. Not thread-safe.
 */
final class NatsConnection implements Closeable {
  private static final int CONNECT_MILLIS = (int) HttpClients.CONNECT.toMillis();
  private static final int READ_MILLIS = (int) HttpClients.READ.toMillis();
  private static final int LONGEST_LINE = 1 << 20;

  private final NatsOptions options;
  private final NatsServer server;
  private final HttpClients http;
  private Socket socket;
  private InputStream in;

  private NatsConnection(NatsOptions options, NatsServer server, HttpClients http) {
    this.options = options;
    this.server = server;
    this.http = http;
  }

  static NatsConnection open(NatsOptions options, NatsServer server, HttpClients http)
      throws IOException {
    NatsConnection connection = new NatsConnection(options, server, http);
    try {
      connection.handshake();
      return connection;
    } catch (IOException | RuntimeException failed) {
      connection.close();
      throw failed;
    }
  }

  void publish(String subject, Map<String, String> headers, String message) throws IOException {
    byte[] payload = message.getBytes(UTF_8);
    StringBuilder block = new StringBuilder();
    headers.forEach(
        (name, value) -> block.append(line(name)).append(": ").append(line(value)).append("\r\n"));
    byte[] head =
        headers.isEmpty() ? new byte[0] : ("NATS/1.0\r\n" + block + "\r\n").getBytes(UTF_8);
    int length = head.length + payload.length;
    String verb =
        headers.isEmpty()
            ? "PUB " + subject + " " + length
            : "HPUB " + subject + " " + head.length + " " + length;
    write((verb + "\r\n").getBytes(UTF_8), head, payload, "\r\nPING\r\n".getBytes(UTF_8));
    awaitPong();
  }

  /** Values from Secrets often end with a line feed, which would begin another header. */
  private static String line(String text) {
    return text.strip().replaceAll("[\\r\\n]", " ");
  }

  private void handshake() throws IOException {
    connect();
    Map<String, Object> info = info(line());
    if (server.tls() || Boolean.TRUE.equals(info.get("tls_required"))) {
      secure();
    }
    String nonce = String.valueOf(info.getOrDefault("nonce", ""));
    write(("CONNECT " + Json.write(login(nonce)) + "\r\nPING\r\n").getBytes(UTF_8));
    awaitPong();
  }

  private void connect() throws IOException {
    InetAddress address = InetAddress.getByName(server.host());
    if (!http.policy().allows(address)) {
      throw new NatsException(
          server.host() + " is an address that this service may not connect to", false);
    }
    socket = new Socket();
    socket.connect(new InetSocketAddress(address, server.port()), CONNECT_MILLIS);
    socket.setSoTimeout(READ_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  private void secure() throws IOException {
    SSLSocketFactory factory =
        http.certificatesOf(server.host() + ":" + server.port())
            .map(pem -> Trust.ofPem(pem).sockets())
            .orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    SSLSocket secured =
        (SSLSocket) factory.createSocket(socket, server.host(), server.port(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    socket = secured;
    in = new BufferedInputStream(secured.getInputStream());
  }

  private Map<String, Object> login(String nonce) {
    Map<String, Object> login =
        Json.fields(
            "verbose",
            false,
            "pedantic",
            false,
            "tls_required",
            socket instanceof SSLSocket,
            "name",
            "tocsin",
            "lang",
            "java",
            "version",
            "1",
            "protocol",
            1,
            "headers",
            true);
    options
        .nkey()
        .ifPresent(
            key -> {
              login.put("nkey", key.publicKey());
              login.put("sig", key.sign(nonce));
            });
    login.putAll(user());
    return login;
  }

  private Map<String, Object> user() {
    if (options.username().isPresent()) {
      return Json.fields("user", options.username().get(), "pass", options.password());
    }
    if (!options.token().isEmpty()) {
      return Json.fields("auth_token", options.token());
    }
    String info = server.user().orElse("");
    int colon = info.indexOf(':');
    return colon < 0
        ? Json.present("auth_token", info)
        : Json.fields("user", info.substring(0, colon), "pass", info.substring(colon + 1));
  }

  private static Map<String, Object> info(String line) throws IOException {
    return Json.object(line.replaceFirst("^INFO\\s+", ""))
        .orElseThrow(() -> new NatsException("the server speaks no NATS", false));
  }

  private void awaitPong() throws IOException {
    for (String line = line(); !line.equals("PONG"); line = line()) {
      if (line.startsWith("-ERR")) {
        throw NatsException.said(line.substring("-ERR".length()).strip());
      }
      if (line.equals("PING")) {
        write("PONG\r\n".getBytes(UTF_8));
      }
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int unit = in.read(); unit != '\n'; unit = in.read()) {
      if (unit < 0 || bytes.size() > LONGEST_LINE) {
        throw new EOFException("the server closed the connection");
      }
      bytes.write(unit);
    }
    return bytes.toString(UTF_8).strip();
  }

  private void write(byte[]... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    bytes.writeTo(socket.getOutputStream());
    socket.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
    }
  }
}
