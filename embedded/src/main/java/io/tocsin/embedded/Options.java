package io.tocsin.embedded;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How an {@link EmbeddedKubernetes} runs.
 *
 * @param port 0 for any that is free
 * @param directory where objects are kept; empty to keep them in memory
 * @param clock for the timestamps of objects
 * @param history how many changes watches can go back and pages stay consistent over
 * @param bookmarkInterval how often watches that ask for bookmarks get one
 */
public record Options(
    int port, Optional<Path> directory, Clock clock, int history, Duration bookmarkInterval) {
  private static final int HISTORY = 4096;

  public Options {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("The port " + port + " is not from 0 to 65535.");
    }
    if (history < 1) {
      throw new IllegalArgumentException("A history of " + history + " changes is too short.");
    }
    if (!bookmarkInterval.isPositive()) {
      throw new IllegalArgumentException("The interval of bookmarks must be positive.");
    }
  }

  /** In memory, on any free port, with the system's clock. */
  public static Options defaults() {
    return new Options(0, Optional.empty(), Clock.systemUTC(), HISTORY, Duration.ofMinutes(1));
  }

  public Options withPort(int other) {
    return new Options(other, directory, clock, history, bookmarkInterval);
  }

  public Options withDirectory(Path other) {
    return new Options(port, Optional.of(other), clock, history, bookmarkInterval);
  }

  public Options withClock(Clock other) {
    return new Options(port, directory, other, history, bookmarkInterval);
  }

  public Options withHistory(int other) {
    return new Options(port, directory, clock, other, bookmarkInterval);
  }

  public Options withBookmarkInterval(Duration other) {
    return new Options(port, directory, clock, history, other);
  }
}
