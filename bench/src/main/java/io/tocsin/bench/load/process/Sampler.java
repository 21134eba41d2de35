package io.tocsin.bench.load.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Looks at the controller four times a second until it is closed. */
public final class Sampler implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofMillis(250);

  private final Supplier<Sample> source;
  private final List<Sample> samples = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  /** Begins. */
  public Sampler(Supplier<Sample> source) {
    this.source = source;
    thread = Thread.ofPlatform().name("sampler").start(this::run);
  }

  private void run() {
    try {
      do {
        Sample sample = source.get();
        synchronized (samples) {
          samples.add(sample);
        }
      } while (!closed.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All so far, in order. */
  public List<Sample> samples() {
    synchronized (samples) {
      return List.copyOf(samples);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
