package io.tocsin.notifier.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.ClusterException;
import io.tocsin.controller.sync.cluster.KubernetesCluster;
import io.tocsin.notifier.pipeline.StateWriter;
import io.tocsin.notifier.state.Ledger;
import io.tocsin.notifier.state.NotifiedAnnotation;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the state as a merge patch of the one annotation, in one request, with the resource
 * version as its precondition. Another writer's change is read and the patch made anew.
 * Thread-safe.
 */
final class AnnotationWriter implements StateWriter {
  private static final Logger log = LoggerFactory.getLogger(AnnotationWriter.class);
  private static final int UNPROCESSABLE = 422;
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Duration FIRST_WAIT = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final KubernetesCluster cluster;
  private final ResourceKind kind;
  private final String annotation;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Target, List<CompletableFuture<Void>>> due = new HashMap<>();

  /** How it went: done, in need of a fresh patch at once, or of one after a while. */
  private enum Written {
    YES,
    OVERTAKEN,
    FAILED
  }

  /** One object, not another of its name. */
  private record Target(ObjectKey key, String uid) {}

  /**
   * A writer that has nothing to write yet.
   *
   * @param annotation its name
   */
  AnnotationWriter(KubernetesClient client, ResourceKind kind, String annotation) {
    this.cluster = new KubernetesCluster(client);
    this.kind = kind;
    this.annotation = annotation;
  }

  @Override
  public Map<String, Long> read(KubeObject object) {
    return NotifiedAnnotation.read(object.annotations(), annotation);
  }

  @Override
  public CompletableFuture<Void> write(ObjectKey key, String uid, Ledger ledger) {
    Target target = new Target(key, uid);
    CompletableFuture<Void> written = new CompletableFuture<>();
    synchronized (due) {
      List<CompletableFuture<Void>> waiting = due.get(target);
      if (waiting != null) {
        waiting.add(written);
        return written;
      }
      due.put(target, new ArrayList<>(List.of(written)));
    }
    try {
      threads.execute(() -> writeAll(target, ledger));
    } catch (RejectedExecutionException e) {
      leave(target);
    }
    return written;
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

  private void writeAll(Target target, Ledger ledger) {
    try {
      List<CompletableFuture<Void>> waiting = next(target);
      while (!waiting.isEmpty()) {
        boolean written = writtenAtLast(target, ledger);
        waiting.forEach(one -> one.complete(null));
        if (!written) {
          leave(target);
          return;
        }
        waiting = next(target);
      }
    } catch (RuntimeException | Error e) {
      leave(target);
      throw e;
    }
  }

  /** Those that wait for the next write. Where nobody does, this was the last. */
  private List<CompletableFuture<Void>> next(Target target) {
    synchronized (due) {
      List<CompletableFuture<Void>> waiting = due.remove(target);
      if (!waiting.isEmpty()) {
        due.put(target, new ArrayList<>());
      }
      return waiting;
    }
  }

  private void leave(Target target) {
    List<CompletableFuture<Void>> waiting;
    synchronized (due) {
      waiting = due.remove(target);
    }
    waiting.forEach(one -> one.complete(null));
  }

  private boolean writtenAtLast(Target target, Ledger ledger) {
    Duration wait = FIRST_WAIT;
    Written last = written(target, ledger);
    while (last != Written.YES) {
      if (last == Written.FAILED) {
        if (!slept(wait)) {
          return false;
        }
        wait =
            wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
      }
      last = written(target, ledger);
    }
    return true;
  }

  private static boolean slept(Duration wait) {
    try {
      Thread.sleep(wait);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private Written written(Target target, Ledger ledger) {
    try {
      return ledger.change().map(change -> patched(target, ledger, change)).orElse(Written.YES);
    } catch (ClusterException e) {
      return switch (e.code()) {
        case HttpURLConnection.HTTP_NOT_FOUND -> Written.YES;
        case HttpURLConnection.HTTP_CONFLICT -> reread(target, ledger);
        case HttpURLConnection.HTTP_ENTITY_TOO_LARGE, UNPROCESSABLE -> {
          log.error("the state of {} is refused: {}", target.key(), e.getMessage());
          yield Written.YES;
        }
        default -> {
          log.warn(
              "writing the state of {} failed and is tried again: {}",
              target.key(),
              e.getMessage());
          yield Written.FAILED;
        }
      };
    } catch (RuntimeException e) {
      log.error("writing the state of {} failed: {}", target.key(), e.toString(), e);
      return Written.FAILED;
    }
  }

  /** What changed meanwhile is the next write's, which its end asked for. */
  private Written patched(Target target, Ledger ledger, Ledger.Change change) {
    observe(ledger, cluster.patch(kind, target.key(), body(change)));
    return Written.YES;
  }

  /** Takes in what another writer made of the object; its successor of the same name is not it. */
  private Written reread(Target target, Ledger ledger) {
    Optional<KubeObject> found;
    try {
      found = cluster.get(kind, target.key());
    } catch (ClusterException e) {
      log.warn("reading {} failed and is tried again: {}", target.key(), e.getMessage());
      return Written.FAILED;
    }
    if (found.filter(object -> object.uid().equals(target.uid())).isEmpty()) {
      return Written.YES;
    }
    observe(ledger, found.get());
    return Written.OVERTAKEN;
  }

  private void observe(Ledger ledger, KubeObject object) {
    ledger.observe(object.resourceVersion(), read(object));
  }

  private Map<String, Object> body(Ledger.Change change) {
    Map<String, Object> annotations = new HashMap<>();
    annotations.put(annotation, NotifiedAnnotation.write(change.entries()).orElse(null));
    return Map.of(
        "metadata",
        Map.of("resourceVersion", change.resourceVersion(), "annotations", annotations));
  }
}
