package io.tocsin.embedded.http;

/** Stops the server in its tracks and lets it go on. Safe for use by many threads. */
final class Gate {
  private boolean frozen;
  private boolean closed;
  private long drops;

  synchronized void freeze() {
    frozen = true;
  }

  synchronized void unfreeze() {
    frozen = false;
    notifyAll();
  }

  synchronized void close() {
    closed = true;
    unfreeze();
  }

  /** Breaks the connections of the watches that are open. */
  synchronized void dropWatches() {
    drops++;
  }

  /** How often watches were dropped. */
  synchronized long drops() {
    return drops;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Waits while the server is frozen. */
  synchronized void pass() throws InterruptedException {
    while (frozen && !closed) {
      wait();
    }
  }
}
