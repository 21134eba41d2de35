package io.tocsin.notifier.demo;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/**
 * Lets a repository be fetched over HTTP, on loopback.
 *
 * @see <a href="https://git-scm.com/docs/http-protocol">Git's smart HTTP protocol</a>
 */
final class GitServer implements AutoCloseable {
  private static final String SERVICE = "git-upload-pack";

  private final Repository repository;
  private final LocalServer server;

  /** Starts serving at a path such as {@code /team/app.git}. */
  GitServer(Repository repository, String path) {
    this.repository = repository;
    server =
        new LocalServer(
            Map.of(path + "/info/refs", this::advertise, path + "/" + SERVICE, this::upload));
  }

  /** Without a path. */
  String url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }

  private void advertise(HttpExchange exchange) throws IOException {
    try (exchange;
        OutputStream out = answer(exchange, "advertisement")) {
      PacketLineOut lines = new PacketLineOut(out);
      lines.writeString("# service=" + SERVICE + "\n");
      lines.end();
      service().sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
    }
  }

  private void upload(HttpExchange exchange) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (exchange;
        InputStream raw = exchange.getRequestBody();
        InputStream in = zipped ? new GZIPInputStream(raw) : raw;
        OutputStream out = answer(exchange, "result")) {
      service().upload(in, out, null);
    }
  }

  private UploadPack service() {
    UploadPack service = new UploadPack(repository);
    service.setBiDirectionalPipe(false);
    return service;
  }

  private static OutputStream answer(HttpExchange exchange, String what) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-" + SERVICE + "-" + what);
    exchange.sendResponseHeaders(200, 0);
    return exchange.getResponseBody();
  }
}
