package io.tocsin.bench.load.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Watches the objects of a kind and counts events, without looking further at them. */
final class Watcher implements AutoCloseable {
  private static final Pattern VERSION = Pattern.compile("\"resourceVersion\":\"(\\d+)\"");
  private static final String ERROR = "{\"type\":\"ERROR\"";

  private final Api api;
  private final String path;
  private final AtomicLong seen = new AtomicLong();
  private volatile String version;
  private volatile boolean closed;
  private volatile String failure = "";

  /** From now on. */
  Watcher(Api api, Served kind) {
    this.api = api;
    path = kind.path() + "?watch=1&resourceVersion=";
    version = Listing.version(api, kind);
    Thread.ofVirtual().start(this::run);
  }

  /** The events so far. */
  long seen() {
    if (!failure.isEmpty()) {
      throw new IllegalStateException("The watch of the API server failed: " + failure);
    }
    return seen.get();
  }

  /** A watch that the API server ends goes on where it was. */
  private void run() {
    while (!closed && failure.isEmpty()) {
      try (InputStream stream = api.stream(path + version);
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        lines.lines().takeWhile(line -> !closed).forEach(this::count);
      } catch (IOException | IllegalStateException | UncheckedIOException e) {
        failure = closed ? "" : String.valueOf(e.getMessage());
      }
    }
  }

  private void count(String line) {
    if (line.startsWith(ERROR)) {
      failure = line;
      return;
    }
    int metadataEnd = line.indexOf("\"spec\":");
    Matcher matcher =
        VERSION.matcher(line).region(0, metadataEnd < 0 ? line.length() : metadataEnd);
    while (matcher.find()) {
      version = matcher.group(1);
    }
    seen.incrementAndGet();
  }

  @Override
  public void close() {
    closed = true;
  }
}
