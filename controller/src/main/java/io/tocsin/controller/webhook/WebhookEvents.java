package io.tocsin.controller.webhook;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.InvalidSpecException;
import io.tocsin.controller.application.Source;
import io.tocsin.controller.git.GitUrls;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events that were heard, in a bounded queue, and the one thread that works them off: for each
 * Application concerned it has the repository's branches and tags asked anew, then the Application
 * refreshed, at once or some time later. Thread-safe.
 */
public final class WebhookEvents implements AutoCloseable {
  /** As many as Argo CD keeps. */
  public static final int CAPACITY = 50_000;

  private static final Logger log = LoggerFactory.getLogger(WebhookEvents.class);

  private final BlockingQueue<WebhookEvent> queue;
  private final Supplier<Stream<KubeObject>> applications;
  private final Consumer<String> forget;
  private final Supplier<WebhookSettings> settings;
  private final WebhookListener listener;
  private final PendingRefreshes refreshes;
  private final Thread worker;

  /**
   * Starts the thread.
   *
   * @param capacity events that wait at most
   * @param applications those that may be refreshed, asked at each event
   * @param forget drops what is known of a repository's branches and tags, given its URL
   * @param settings asked at each event
   */
  public WebhookEvents(
      int capacity,
      Supplier<Stream<KubeObject>> applications,
      Consumer<String> forget,
      Refresher refresher,
      Supplier<WebhookSettings> settings,
      WebhookListener listener) {
    queue = new ArrayBlockingQueue<>(capacity);
    this.applications = applications;
    this.forget = forget;
    this.settings = settings;
    this.listener = listener;
    refreshes = new PendingRefreshes(refresher, Clock.systemUTC());
    worker = Thread.ofVirtual().name("webhook-events").start(this::work);
  }

  /** False when the queue has no place for it. */
  boolean offer(List<WebhookEvent> events) {
    return events.stream().allMatch(queue::offer);
  }

  /** Stops; what waits is dropped, as the periodic refresh comes anyway. */
  @Override
  public void close() {
    worker.interrupt();
    refreshes.close();
  }

  private void work() {
    try {
      while (true) {
        WebhookEvent event = queue.take();
        listener.working(true);
        try {
          handle(event);
        } finally {
          listener.working(false);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(WebhookEvent event) {
    try {
      log.info("heard of {}", event);
      if (event instanceof WebhookEvent.Push push) {
        push.urls().forEach(forget);
      }
      Turn turn = new Turn(event, settings.get());
      applications.get().forEach(turn::look);
    } catch (RuntimeException e) {
      log.error("{} was not worked off: {}", event, e.toString(), e);
    }
  }

  /** One event, and what it has come to. */
  private final class Turn {
    private final WebhookEvent event;
    private final WebhookSettings chosen;
    private final Set<String> repositories = new HashSet<>();
    private int found;

    Turn(WebhookEvent event, WebhookSettings chosen) {
      this.event = event;
      this.chosen = chosen;
    }

    void look(KubeObject application) {
      concerned(event, application).ifPresent(source -> refresh(application.key(), source));
    }

    private void refresh(ObjectKey application, Source source) {
      forget.accept(source.repoUrl());
      if (repositories.add(GitUrls.normalize(source.repoUrl()))) {
        listener.concerned(source.repoUrl());
      }
      found++;
      refreshes.add(application, found > chosen.threshold() ? delay() : Duration.ZERO);
    }

    private Duration delay() {
      long most = chosen.jitter().toMillis();
      return Duration.ofMillis(most == 0 ? 0 : ThreadLocalRandom.current().nextLong(most + 1));
    }
  }

  private static Optional<Source> concerned(WebhookEvent event, KubeObject application) {
    try {
      List<Source> sources = Application.of(application).spec().sources();
      return Affected.source(event, application, sources);
    } catch (InvalidSpecException e) {
      return Optional.empty();
    }
  }
}
