package io.tocsin.notifier.cluster;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tocsin.controller.runtime.Background;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.state.ShortHash;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of trouble as Kubernetes Events, which {@code kubectl describe} shows. The same one again
 * within {@link #QUIET} is left out, later it is counted. Never blocks; thread-safe.
 */
final class Events implements AutoCloseable {
  static final Duration QUIET = Duration.ofMinutes(5);

  private static final Logger log = LoggerFactory.getLogger(Events.class);

  /** Where Events about objects without a namespace are. */
  private static final String CLUSTER_SCOPED = "default";

  private static final int WAITING = 1_000;
  private static final int REMEMBERED = 2_000;
  private static final int HASH_BYTES = 8;
  private static final int LONGEST_MESSAGE = 1_000;

  private final KubernetesClient client;
  private final Clock clock;
  private final Background writer = new Background("events", WAITING);
  private final Map<String, Instant> said =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  Events(KubernetesClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /**
   * Warns. Of trouble with an Event nothing is written: where Events are watched, that would be
   * trouble again.
   *
   * @param about the object that {@code kubectl describe} shows it with
   * @param reason one word in camel case
   * @param message holds no secret
   */
  void warn(KubeObject about, String reason, String message) {
    if (about.kind().equals("Event")) {
      return;
    }
    String text =
        message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message;
    String name = about.name() + "." + hash(about, reason, text);
    Instant now = clock.instant();
    synchronized (said) {
      Instant last = said.get(name);
      if (last != null && now.isBefore(last.plus(QUIET))) {
        return;
      }
      said.put(name, now);
    }
    writer.execute(() -> write(event(about, name, reason, text, now)));
  }

  @Override
  public void close() {
    writer.close();
  }

  private void write(Event event) {
    try {
      client.resource(event).create();
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
        count(event);
      } else {
        log.warn(
            "an Event about {} could not be written: {}",
            event.getInvolvedObject().getName(),
            e.getMessage());
      }
    }
  }

  private void count(Event event) {
    try {
      client
          .v1()
          .events()
          .inNamespace(event.getMetadata().getNamespace())
          .withName(event.getMetadata().getName())
          .edit(
              known -> {
                known.setCount(known.getCount() == null ? 2 : known.getCount() + 1);
                known.setLastTimestamp(event.getLastTimestamp());
                return known;
              });
    } catch (KubernetesClientException e) {
      log.debug("Event {} could not be counted: {}", event.getMetadata().getName(), e.getMessage());
    }
  }

  private static Event event(
      KubeObject about, String name, String reason, String message, Instant now) {
    String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
    return new EventBuilder()
        .withNewMetadata()
        .withNamespace(about.namespace().isEmpty() ? CLUSTER_SCOPED : about.namespace())
        .withName(name)
        .endMetadata()
        .withNewInvolvedObject()
        .withApiVersion(about.apiVersion())
        .withKind(about.kind())
        .withNamespace(about.namespace())
        .withName(about.name())
        .withUid(about.uid())
        .endInvolvedObject()
        .withReason(reason)
        .withMessage(message)
        .withType("Warning")
        .withNewSource()
        .withComponent("tocsin")
        .endSource()
        .withFirstTimestamp(time)
        .withLastTimestamp(time)
        .withCount(1)
        .build();
  }

  private static String hash(KubeObject about, String reason, String message) {
    return ShortHash.hex(String.join("\n", about.kind(), about.uid(), reason, message), HASH_BYTES);
  }
}
