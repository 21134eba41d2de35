package io.tocsin.embedded.http;

import io.tocsin.embedded.api.Failures;
import io.tocsin.embedded.json.Json;
import io.tocsin.embedded.store.Change;
import io.tocsin.embedded.store.Database;
import io.tocsin.embedded.store.Stored;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes the changes of a selection as they happen, one JSON document a line. */
final class WatchStream implements Response.Writer {
  private final Database database;
  private final Gate gate;
  private final WatchOptions options;
  private final Function<Stored, byte[]> encoder;
  private final long drops;
  private long position;

  /**
   * @param encoder the JSON of an object as the client wants to see it
   */
  WatchStream(
      Database database, Gate gate, WatchOptions options, Function<Stored, byte[]> encoder) {
    this.database = database;
    this.gate = gate;
    this.options = options;
    this.encoder = encoder;
    this.drops = gate.drops();
  }

  @Override
  public void write(OutputStream out) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(options.timeout());
    Bookmarks bookmarks = new Bookmarks(options, end);
    begin(out);
    while (Instant.now().isBefore(end) && isOpen()) {
      Optional<? extends Collection<Change>> changes = database.changesAfter(position);
      if (changes.isEmpty()) {
        event(out, "ERROR", Json.bytes(Failures.expired(tooOld()).status()));
        out.flush();
        return;
      }
      for (Change change : changes.get()) {
        write(out, change);
        position = change.object().version();
      }
      if (bookmarks.isDue(Instant.now())) {
        event(out, "BOOKMARK", bookmark(false));
      }
      out.flush();
      database.await(position, bookmarks.untilNext(Instant.now()), this::isOver);
    }
  }

  private boolean isOpen() throws IOException, InterruptedException {
    gate.pass();
    if (gate.drops() != drops) {
      throw new IOException("The watch is dropped.");
    }
    return !gate.isClosed();
  }

  private boolean isOver() {
    return gate.isClosed() || gate.drops() != drops;
  }

  private String tooOld() {
    return "too old resource version: %d (%d)".formatted(position, database.oldestVersion());
  }

  private void begin(OutputStream out) throws IOException {
    if (options.from().isPresent()) {
      position = options.from().get();
      out.flush();
      return;
    }
    var listing =
        database.list(
            options.selection().type().storage().resource(), options.selection().namespace());
    for (Stored stored : listing.objects()) {
      if (options.selection().matches(stored)) {
        event(out, "ADDED", encoder.apply(stored));
      }
    }
    position = listing.version();
    if (options.marksInitialEnd()) {
      event(out, "BOOKMARK", bookmark(true));
    }
    out.flush();
  }

  private void write(OutputStream out, Change change) throws IOException {
    Selection selection = options.selection();
    boolean before = change.before().filter(selection::matches).isPresent();
    boolean now = change.kind() != Change.Kind.DELETED && selection.matches(change.object());
    if (now) {
      event(out, before ? "MODIFIED" : "ADDED", encoder.apply(change.object()));
    } else if (before) {
      event(out, "DELETED", encoder.apply(lastSeen(change)));
    }
  }

  /** What a watcher sees go: the last state that it was shown, under the version of the change. */
  private static Stored lastSeen(Change change) {
    if (change.kind() == Change.Kind.DELETED) {
      return change.object();
    }
    Stored before = change.before().orElseThrow();
    return Stored.of(before.key(), change.object().version(), before.object());
  }

  private byte[] bookmark(boolean initialEnd) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("resourceVersion", Long.toString(position));
    metadata.put("creationTimestamp", null);
    if (initialEnd) {
      metadata.put("annotations", Map.of("k8s.io/initial-events-end", "true"));
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("kind", options.selection().type().kind());
    object.put("apiVersion", options.selection().type().apiVersion());
    object.put("metadata", metadata);
    return Json.bytes(object);
  }

  private void event(OutputStream out, String type, byte[] object) throws IOException {
    out.write(("{\"type\":\"" + type + "\",\"object\":").getBytes(StandardCharsets.US_ASCII));
    out.write(object);
    out.write("}\n".getBytes(StandardCharsets.US_ASCII));
  }
}
