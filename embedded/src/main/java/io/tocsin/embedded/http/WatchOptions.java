package io.tocsin.embedded.http;

import java.time.Duration;
import java.util.Optional;

/**
 * What a watch shows.
 *
 * @param from the version after which it begins; empty to begin with the current objects
 * @param marksInitialEnd whether a bookmark follows the current objects
 */
record WatchOptions(
    Selection selection,
    Optional<Long> from,
    Duration timeout,
    boolean bookmarks,
    boolean marksInitialEnd,
    Duration bookmarkInterval) {
  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(30);

  static WatchOptions of(Selection selection, Request request, Duration bookmarkInterval) {
    Optional<Long> from = request.number("resourceVersion").filter(version -> version > 0);
    boolean initial = request.flag("sendInitialEvents");
    return new WatchOptions(
        selection,
        initial ? Optional.empty() : from,
        request.number("timeoutSeconds").map(Duration::ofSeconds).orElse(DEFAULT_TIMEOUT),
        request.flag("allowWatchBookmarks"),
        initial,
        bookmarkInterval);
  }
}
