package io.tocsin.controller.runtime;

import io.tocsin.controller.runtime.ObjectInformer.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One watch, from its request to its end. Read by one thread; ended by any. */
final class ObjectWatch implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private final WatchLimits limits;
  private final Duration agreed;
  private final long begun = System.nanoTime();
  private final InputStream in;
  private String version;
  private volatile long heard = begun;
  private volatile boolean bookmarked;
  private volatile boolean distrusted;

  private ObjectWatch(WatchLimits limits, Duration agreed, String version, InputStream in) {
    this.limits = limits;
    this.agreed = agreed;
    this.version = version;
    this.in = in;
  }

  /**
   * Asks for what happens after a version.
   *
   * @throws ApiFailure when the server refuses, also when it no longer knows what happened
   */
  static ObjectWatch open(ApiConnection api, Scope scope, WatchLimits limits, String version)
      throws IOException, InterruptedException {
    Duration agreed = limits.next();
    Map<String, String> query = new LinkedHashMap<>(scope.selection());
    query.put("watch", "true");
    query.put("allowWatchBookmarks", "true");
    query.put("resourceVersion", version);
    query.put("timeoutSeconds", Long.toString(agreed.toSeconds()));
    return new ObjectWatch(limits, agreed, version, api.follow(scope.path(), query, LIMIT));
  }

  /**
   * Passes on what happens until the watch ends.
   *
   * @throws ApiFailure when the server sends an error in place of an event
   */
  void read(Mirror mirror) throws IOException {
    try (JsonParser parser = ObjectCodec.parser(in)) {
      while (parser.nextToken() != null) {
        event(parser, mirror);
        heard = System.nanoTime();
      }
    }
  }

  /** The version after which the next watch goes on. */
  String version() {
    return version;
  }

  /** How long it has been open. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** Whether the server ended it before the time that was asked for. */
  boolean early() {
    return age().compareTo(agreed.minus(AT_ONCE)) < 0;
  }

  /**
   * Whether there was an event. A server ends the watch of who reads more slowly than objects
   * change: the next one is wanted at once.
   */
  boolean told() {
    return heard != begun;
  }

  /** Whether it ended at once and without an event. */
  boolean wordless() {
    return !told() && age().compareTo(AT_ONCE) < 0;
  }

  /** Whether a connection that works would have said something by now. */
  boolean overdue() {
    Duration silence = Duration.ofNanos(System.nanoTime() - heard);
    return age().compareTo(agreed.plus(limits.late())) > 0
        || (bookmarked && silence.compareTo(limits.quiet()) > 0);
  }

  /** Ends a watch that may be dead. */
  void distrust() {
    distrusted = true;
    close();
  }

  boolean distrusted() {
    return distrusted;
  }

  @Override
  public void close() {
    ApiConnection.close(in);
  }

  private void event(JsonParser parser, Mirror mirror) throws ApiFailure {
    ObjectCodec.expectObject(parser);
    String type = "";
    KubeObject object = new KubeObject(Map.of());
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("object")) {
        object = ObjectCodec.read(parser);
      } else {
        type = String.valueOf(ObjectCodec.value(parser));
      }
    }
    take(type, object, mirror);
  }

  private void take(String type, KubeObject object, Mirror mirror) throws ApiFailure {
    switch (type) {
      case "ADDED", "MODIFIED" -> mirror.present(object);
      case "DELETED" -> mirror.gone(object);
      case "BOOKMARK" -> bookmarked = true;
      case "ERROR" -> throw lost(object.text("message").orElse("no reason given"));
      default -> throw lost("an event of the unknown type " + type);
    }
    version = object.resourceVersion();
  }

  /** Whatever the error is, what happened since the last event can only be learnt from a list. */
  private static ApiFailure lost(String message) {
    return new ApiFailure(HttpURLConnection.HTTP_GONE, message);
  }
}
