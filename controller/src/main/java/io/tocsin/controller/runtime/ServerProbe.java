package io.tocsin.controller.runtime;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks an API server at intervals whether it is there, as a watch of objects that do not change
 * cannot tell a quiet server from one that is frozen or cut off. When the server answers after a
 * silence, all watches of the client are begun again, from the version that each had come to.
 * Begins with the first informer and ends with the last; thread-safe.
 */
public final class ServerProbe implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ServerProbe.class);

  private final ApiConnection api;
  private final Pace pace;
  private final Set<ListWatch> watches = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean begun = new AtomicBoolean();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("api-server-probe").factory());
  private volatile long answered = System.nanoTime();
  private volatile boolean silent;

  /**
   * How often, and how patient.
   *
   * @param interval between two questions
   * @param timeout for each answer
   * @param patience a silence longer than this is worth telling and makes watches doubtful; longer
   *     than interval and timeout together, so that one lost question does not count
   */
  public record Pace(Duration interval, Duration timeout, Duration patience) {
    public static final Pace DEFAULT =
        new Pace(Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(20));
  }

  public ServerProbe(KubernetesClient client) {
    this(client, Pace.DEFAULT);
  }

  /**
   * A probe.
   *
   * @param client best made with {@code http2Disable}: over HTTP/2 the probe and all watches share
   *     one connection, and a dead one is noticed by none
   */
  public ServerProbe(KubernetesClient client, Pace pace) {
    this.api = new ApiConnection(client);
    this.pace = pace;
  }

  /** Since when the server has not answered; zero when it answered the last question. */
  public Duration silence() {
    return silent ? sinceAnswer() : Duration.ZERO;
  }

  /** A sentence about a silence that outlasts the patience, else an empty string. */
  public String failure() {
    Duration silence = silence();
    return silence.compareTo(pace.patience()) > 0
        ? "the API server has not answered for " + silence.toSeconds() + " s"
        : "";
  }

  void add(ListWatch watch) {
    watches.add(watch);
    if (begun.compareAndSet(false, true)) {
      answered = System.nanoTime();
      long interval = pace.interval().toMillis();
      var _ = thread.scheduleWithFixedDelay(this::turn, interval, interval, TimeUnit.MILLISECONDS);
    }
  }

  void remove(ListWatch watch) {
    if (watches.remove(watch) && watches.isEmpty()) {
      close();
    }
  }

  /** Asks nothing more. */
  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void turn() {
    try {
      if (answers()) {
        heard();
      } else {
        silent = true;
      }
      watches.forEach(ListWatch::check);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.warn("the check of the watches failed: {}", e.toString(), e);
    }
  }

  private void heard() {
    Duration silence = sinceAnswer();
    answered = System.nanoTime();
    silent = false;
    if (silence.compareTo(pace.patience()) > 0) {
      log.warn("the API server answers again after {} s: watches begin anew", silence.toSeconds());
      watches.forEach(ListWatch::distrust);
    }
  }

  /** Whether there was any answer; one that says no comes from a server that is there. */
  private boolean answers() throws InterruptedException {
    try (InputStream in = api.read("/readyz", Map.of(), pace.timeout())) {
      in.readAllBytes();
      return true;
    } catch (ApiFailure e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private Duration sinceAnswer() {
    return Duration.ofNanos(System.nanoTime() - answered);
  }
}
