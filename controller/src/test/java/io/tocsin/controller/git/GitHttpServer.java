package io.tocsin.controller.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** Git's smart HTTP for one repository, on loopback. */
public final class GitHttpServer implements AutoCloseable {
  /** The {@code Authorization} that each request must have; null for none. */
  volatile String authorization;

  /** Where all requests are redirected to; null for nowhere. */
  volatile String redirect;

  final Queue<String> authorizations = new ConcurrentLinkedQueue<>();
  private final HttpServer server;
  private final Repository repository;

  public GitHttpServer(Repository repository, SSLContext tls) throws IOException {
    this.repository = repository;
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    if (tls == null) {
      server = HttpServer.create(address, 0);
    } else {
      HttpsServer https = HttpsServer.create(address, 0);
      https.setHttpsConfigurator(new HttpsConfigurator(tls));
      server = https;
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public String url() {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return "%s://localhost:%d/team/app.git".formatted(scheme, server.getAddress().getPort());
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String sent = exchange.getRequestHeaders().getFirst("Authorization");
      authorizations.add(sent == null ? "" : sent);
      String path = exchange.getRequestURI().getPath();
      if (redirect != null) {
        exchange.getResponseHeaders().set("Location", redirect + exchange.getRequestURI());
        exchange.sendResponseHeaders(302, -1);
      } else if (authorization != null && !authorization.equals(sent)) {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
        exchange.sendResponseHeaders(401, -1);
      } else if (path.equals("/team/app.git/info/refs")) {
        advertise(exchange);
      } else if (path.equals("/team/app.git/git-upload-pack")) {
        upload(exchange);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private void advertise(HttpExchange exchange) throws IOException {
    exchange
        .getResponseHeaders()
        .set("Content-Type", "application/x-git-upload-pack-advertisement");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      PacketLineOut lines = new PacketLineOut(out);
      lines.writeString("# service=git-upload-pack\n");
      lines.end();
      UploadPack upload = new UploadPack(repository);
      upload.setBiDirectionalPipe(false);
      upload.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
    }
  }

  private void upload(HttpExchange exchange) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    exchange.getResponseHeaders().set("Content-Type", "application/x-git-upload-pack-result");
    exchange.sendResponseHeaders(200, 0);
    try (InputStream raw = exchange.getRequestBody();
        InputStream in = zipped ? new GZIPInputStream(raw) : raw;
        OutputStream out = exchange.getResponseBody()) {
      UploadPack upload = new UploadPack(repository);
      upload.setBiDirectionalPipe(false);
      upload.upload(in, out, null);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
