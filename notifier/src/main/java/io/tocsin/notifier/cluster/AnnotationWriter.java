package io.tocsin.notifier.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.tocsin.controller.runtime.KubeObjects;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.notifier.pipeline.StateWriter;
import io.tocsin.notifier.state.Ledger;
import io.tocsin.notifier.state.NotifiedAnnotation;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the state as a merge patch of the one annotation, with the resource version as its
 * precondition. Another writer's change is read and the patch made anew. Thread-safe.
 */
final class AnnotationWriter implements StateWriter {
  private static final Logger log = LoggerFactory.getLogger(AnnotationWriter.class);
  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Duration FIRST_WAIT = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final KubernetesClient client;
  private final ResourceKind kind;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<ObjectKey, Boolean> due = new ConcurrentHashMap<>();

  AnnotationWriter(KubernetesClient client, ResourceKind kind) {
    this.client = client;
    this.kind = kind;
  }

  @Override
  public void write(ObjectKey key, Ledger ledger) {
    if (due.put(key, true) == null && !threads.isShutdown()) {
      threads.execute(() -> writeAll(key, ledger));
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeAll(ObjectKey key, Ledger ledger) {
    Duration wait = FIRST_WAIT;
    while (due.replace(key, true, false)) {
      while (!written(key, ledger)) {
        if (!slept(wait)) {
          due.remove(key);
          return;
        }
        wait =
            wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
      }
      due.remove(key, false);
    }
  }

  private static boolean slept(Duration wait) {
    try {
      Thread.sleep(wait);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** Whether there is nothing left to write. */
  private boolean written(ObjectKey key, Ledger ledger) {
    try {
      return ledger.change().map(change -> patched(key, ledger, change)).orElse(true);
    } catch (KubernetesClientException e) {
      return switch (e.getCode()) {
        case HttpURLConnection.HTTP_NOT_FOUND -> true;
        case HttpURLConnection.HTTP_CONFLICT -> reread(key, ledger);
        default -> {
          log.warn("writing the state of {} failed and is tried again: {}", key, e.getMessage());
          yield false;
        }
      };
    }
  }

  private boolean patched(ObjectKey key, Ledger ledger, Ledger.Change change) {
    observe(ledger, resource(key).patch(MERGE, body(change)));
    return ledger.change().isEmpty();
  }

  private boolean reread(ObjectKey key, Ledger ledger) {
    GenericKubernetesResource current = resource(key).get();
    if (current != null) {
      observe(ledger, current);
    }
    return current == null || written(key, ledger);
  }

  private static void observe(Ledger ledger, GenericKubernetesResource resource) {
    var object = KubeObjects.of(resource);
    ledger.observe(object.resourceVersion(), NotifiedAnnotation.read(object.annotations()));
  }

  private static String body(Ledger.Change change) {
    Map<String, Object> annotations = new HashMap<>();
    annotations.put(
        NotifiedAnnotation.NAME, NotifiedAnnotation.write(change.entries()).orElse(null));
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "metadata",
                Map.of("resourceVersion", change.resourceVersion(), "annotations", annotations)));
  }

  private Resource<GenericKubernetesResource> resource(ObjectKey key) {
    return client
        .genericKubernetesResources(kind.context())
        .inNamespace(key.namespace())
        .withName(key.name());
  }
}
