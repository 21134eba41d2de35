package io.tocsin.controller.reconcile;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tocsin.controller.application.Application;
import io.tocsin.controller.runtime.Background;
import io.tocsin.controller.runtime.KubeObject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes Kubernetes Events about Applications, in the form of Argo CD's
 * (util/argo/audit_logger.go). Never blocks: when too many wait, further ones are dropped.
 * Thread-safe.
 */
final class EventWriter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EventWriter.class);
  private static final int WAITING = 2_000;
  private static final int LONGEST_MESSAGE = 1_024;

  private final KubernetesClient client;
  private final Predicate<String> wanted;
  private final Clock clock;
  private final AtomicLong last = new AtomicLong();
  private final Background writer = new Background("application-events", WAITING);

  /**
   * @param wanted which reasons are written
   */
  EventWriter(KubernetesClient client, Predicate<String> wanted, Clock clock) {
    this.client = client;
    this.wanted = wanted;
    this.clock = clock;
  }

  void write(Application application, Happening happening) {
    log.info(
        "Application {}: {}: {}",
        application.object().key(),
        happening.reason(),
        happening.message());
    if (wanted.test(happening.reason())) {
      Event event = event(application, happening, clock.instant());
      writer.execute(() -> create(event));
    }
  }

  private void create(Event event) {
    try {
      client.resource(event).create();
    } catch (KubernetesClientException | IllegalStateException e) {
      log.warn(
          "an Event about Application {} could not be written: {}",
          event.getInvolvedObject().getName(),
          e.getMessage());
    }
  }

  private Event event(Application application, Happening happening, Instant now) {
    KubeObject about = application.object();
    String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
    String text = happening.message();
    return new EventBuilder()
        .withNewMetadata()
        .withNamespace(about.namespace())
        .withName("%s.%x".formatted(about.name(), unique(now)))
        .withAnnotations(
            Map.of(
                "dest-server",
                application.spec().destination().server(),
                "dest-namespace",
                application.spec().destination().namespace()))
        .endMetadata()
        .withNewInvolvedObject()
        .withApiVersion(about.apiVersion())
        .withKind(about.kind())
        .withNamespace(about.namespace())
        .withName(about.name())
        .withUid(about.uid())
        .withResourceVersion(about.resourceVersion())
        .endInvolvedObject()
        .withReason(happening.reason())
        .withMessage(
            text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE - 1) + "…" : text)
        .withType(happening.type())
        .withNewSource()
        .withComponent("argocd-application-controller")
        .endSource()
        .withFirstTimestamp(time)
        .withLastTimestamp(time)
        .withCount(1)
        .build();
  }

  /** The nanoseconds since 1970, or more, so that no two are the same. */
  private long unique(Instant now) {
    long nanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    return last.updateAndGet(before -> Math.max(before + 1, nanos));
  }

  /** Waits a moment for those that are not written yet. */
  @Override
  public void close() {
    writer.close();
  }
}
