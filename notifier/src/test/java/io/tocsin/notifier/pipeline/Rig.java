package io.tocsin.notifier.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.controller.runtime.KeyedExecutor;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.notifier.AdjustableClock;
import io.tocsin.notifier.Objects;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.delivery.Dispatcher;
import io.tocsin.notifier.pipeline.Configurations.Scoped;
import io.tocsin.notifier.state.Ledger;
import io.tocsin.notifier.state.NotifiedAnnotation;
import io.tocsin.services.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The pipeline about one application, with a clock that is set, a receiver that says what it is
 * told to, and an annotation that survives a restart.
 */
final class Rig implements AutoCloseable {
  final AdjustableClock clock = new AdjustableClock(Instant.parse("2026-06-01T12:00:00Z"));
  final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  final Set<String> problems = ConcurrentHashMap.newKeySet();
  volatile Function<Delivery, Outcome> receiver = delivery -> new Outcome.Delivered();
  volatile boolean muted;
  private volatile Scoped configuration;
  private volatile Map<String, Long> annotation = Map.of();
  private String phase = "";
  private int version;
  private KeyedExecutor executor;
  private Dispatcher dispatcher;
  private Pipeline pipeline;

  Rig(Map<String, String> data) {
    configure(data, FormerConditions.NONE);
    restart();
  }

  void configure(Map<String, String> data, FormerConditions former) {
    configuration = new Scoped("", read(data), former);
  }

  static Configuration read(Map<String, String> data) {
    Map<String, String> whole = new HashMap<>(data);
    whole.put("service.console", "{}");
    whole.put("template.t", "message: x");
    whole.put("template.fine", "message: y");
    whole.put("subscriptions", "- {recipients: [console], triggers: [on-x]}");
    Configuration read = io.tocsin.notifier.Configurations.of(whole);
    assertThat(read.problems()).isEmpty();
    return read;
  }

  /** Forgets everything but what the annotation says. */
  void restart() {
    close();
    executor = new KeyedExecutor("test", 1);
    dispatcher = new Dispatcher(this::send, new PipelineListener() {}, clock);
    pipeline =
        new Pipeline(
            new Current(),
            new Variables(new ApplicationSubject("argocd", key -> Optional.empty()), Map.of()),
            executor,
            dispatcher,
            new Annotation(),
            object -> muted,
            new PipelineListener() {
              @Override
              public void problem(KubeObject object, String sentence) {
                problems.add(sentence);
              }
            },
            clock);
  }

  /** The application turns to a phase, some time after what was before. */
  void after(Duration time, String next) {
    clock.set(clock.instant().plus(time));
    phase = next;
    version++;
    look();
  }

  /** Time goes by and nothing happens. */
  void tick(Duration time) {
    clock.set(clock.instant().plus(time));
    if (!pipeline.clocked().isEmpty()) {
      look();
    }
  }

  /** Looks at the application as it is. */
  void look() {
    pipeline.present(application());
    awaitIdle();
  }

  /** The application turns to a phase; returns once that was looked at, not when it was sent. */
  void turn(String next) {
    phase = next;
    version++;
    pipeline.present(application());
    await().until(() -> executor.depth() == 0);
  }

  void awaitIdle() {
    await().until(() -> executor.depth() == 0);
    try {
      assertThat(dispatcher.awaitIdle(Duration.ofSeconds(10))).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void annotation(Map<String, Long> entries) {
    annotation = Map.copyOf(entries);
  }

  Map<String, Long> annotation() {
    return new TreeMap<>(annotation);
  }

  @Override
  public void close() {
    if (dispatcher != null) {
      dispatcher.close();
      executor.close();
    }
  }

  private Outcome send(Delivery delivery) {
    Outcome outcome = receiver.apply(delivery);
    if (outcome instanceof Outcome.Delivered) {
      sent.add(String.join(",", delivery.templates()));
    }
    return outcome;
  }

  private KubeObject application() {
    KubeObject object =
        Objects.object(
            """
            kind: Application
            metadata: {name: a, namespace: argocd, uid: u, resourceVersion: "%d"}
            status: {phase: %s}
            """
                .formatted(version, phase));
    Map<String, Object> metadata = new HashMap<>();
    ((Map<?, ?>) object.at("metadata")).forEach((key, value) -> metadata.put((String) key, value));
    metadata.put(
        "annotations",
        NotifiedAnnotation.write(annotation)
            .map(text -> Map.of(NotifiedAnnotation.NAME, text))
            .orElseGet(Map::of));
    Map<String, Object> content = new HashMap<>(object.content());
    content.put("metadata", metadata);
    return new KubeObject(content);
  }

  private final class Current implements Configurations {
    @Override
    public List<Scoped> of(KubeObject object) {
      return List.of(configuration);
    }

    @Override
    public Optional<Configuration> in(String scope) {
      return Optional.of(configuration.configuration());
    }
  }

  private final class Annotation implements StateWriter {
    @Override
    public CompletableFuture<Void> write(ObjectKey key, String uid, Ledger ledger) {
      synchronized (this) {
        ledger
            .change()
            .ifPresent(
                change -> {
                  annotation = change.entries();
                  ledger.observe(change.resourceVersion(), change.entries());
                });
      }
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {}
  }
}
