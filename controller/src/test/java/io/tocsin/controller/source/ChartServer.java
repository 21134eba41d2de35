package io.tocsin.controller.source;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A Helm repository on loopback, for user ann with password pw. */
public final class ChartServer implements AutoCloseable {
  private static final String LOGIN =
      "Basic " + Base64.getEncoder().encodeToString("ann:pw".getBytes(StandardCharsets.US_ASCII));
  private static final int BLOCK = 512;

  private final HttpServer server;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final StringBuilder index = new StringBuilder("apiVersion: v1\nentries:\n  web:\n");

  public ChartServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] file = files.get(exchange.getRequestURI().getPath());
            boolean known = LOGIN.equals(exchange.getRequestHeaders().getFirst("Authorization"));
            if (file == null || !known) {
              exchange.sendResponseHeaders(known ? 404 : 401, -1);
            } else {
              exchange.sendResponseHeaders(200, file.length);
              exchange.getResponseBody().write(file);
            }
          }
        });
    server.start();
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Puts a version there, in place of what it was before. */
  public void add(String version, Map<String, String> chart) throws IOException {
    files.put("/web-%s.tgz".formatted(version), archive(chart));
    index.append("  - {name: web, version: %s, urls: [web-%s.tgz]}\n".formatted(version, version));
    files.put("/index.yaml", index.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] archive(Map<String, String> chart) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      for (Map.Entry<String, String> file : chart.entrySet()) {
        byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
        out.write(header("web/" + file.getKey(), content.length));
        out.write(Arrays.copyOf(content, (content.length + BLOCK - 1) / BLOCK * BLOCK));
      }
      out.write(new byte[2 * BLOCK]);
    }
    return bytes.toByteArray();
  }

  private static byte[] header(String name, int size) {
    byte[] header = new byte[BLOCK];
    put(header, 0, name);
    put(header, 100, "0000644");
    put(header, 124, "%011o".formatted(size));
    put(header, 136, "00000000000");
    put(header, 148, "        ");
    put(header, 156, "0");
    put(header, 257, "ustar");
    put(header, 263, "00");
    int sum = 0;
    for (byte each : header) {
      sum += each & 0xff;
    }
    put(header, 148, "%06o".formatted(sum));
    header[154] = 0;
    return header;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
