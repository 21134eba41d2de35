package io.tocsin.controller.webhook;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.InvalidSpecException;
import io.tocsin.controller.application.Source;
import io.tocsin.controller.runtime.KubeObject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events that were heard, in a bounded queue, and the one thread that works them off: for each
 * Application concerned it has the repository's branches and tags asked anew, then the Application
 * refreshed. Thread-safe.
 */
public final class WebhookEvents implements AutoCloseable {
  /** As many as Argo CD keeps. */
  public static final int CAPACITY = 50_000;

  private static final Logger log = LoggerFactory.getLogger(WebhookEvents.class);

  private final BlockingQueue<WebhookEvent> queue;
  private final Supplier<? extends Collection<KubeObject>> applications;
  private final Consumer<String> forget;
  private final Refresher refresher;
  private final Thread worker;

  /**
   * Starts the thread.
   *
   * @param capacity events that wait at most
   * @param applications those that may be refreshed, asked at each event
   * @param forget drops what is known of a repository's branches and tags, given its URL
   */
  public WebhookEvents(
      int capacity,
      Supplier<? extends Collection<KubeObject>> applications,
      Consumer<String> forget,
      Refresher refresher) {
    queue = new ArrayBlockingQueue<>(capacity);
    this.applications = applications;
    this.forget = forget;
    this.refresher = refresher;
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
  }

  private void work() {
    try {
      while (true) {
        handle(queue.take());
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
      for (KubeObject application : applications.get()) {
        concerned(event, application)
            .ifPresent(
                source -> {
                  forget.accept(source.repoUrl());
                  refresher.refresh(application.key());
                });
      }
    } catch (RuntimeException e) {
      log.error("{} was not worked off: {}", event, e.toString(), e);
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
