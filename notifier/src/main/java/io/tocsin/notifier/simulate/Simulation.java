package io.tocsin.notifier.simulate;

import io.tocsin.controller.runtime.Change;
import io.tocsin.controller.runtime.KeyedExecutor;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.PackedObject;
import io.tocsin.controller.runtime.Trees;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.delivery.Dispatcher;
import io.tocsin.notifier.delivery.Sender;
import io.tocsin.notifier.pipeline.ApplicationSubject;
import io.tocsin.notifier.pipeline.Configurations;
import io.tocsin.notifier.pipeline.Mutes;
import io.tocsin.notifier.pipeline.Pipeline;
import io.tocsin.notifier.pipeline.PipelineListener;
import io.tocsin.notifier.pipeline.StateWriter;
import io.tocsin.notifier.pipeline.Variables;
import io.tocsin.notifier.state.Ledger;
import io.tocsin.notifier.state.NotifiedAnnotation;
import io.tocsin.services.Outcome;
import io.tocsin.templates.functions.Helpers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The pipeline with a clock that follows what happened, and receivers that take everything. Not
 * thread-safe.
 */
public final class Simulation implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(60);
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final VirtualClock clock = new VirtualClock();
  private final Map<ObjectKey, KubeObject> objects = new HashMap<>();
  private final KeyedExecutor executor = new KeyedExecutor("simulate", 1);
  private final Dispatcher dispatcher;
  private final Pipeline pipeline;
  private final Consumer<Delivery> told;
  private final List<Delivery> sent = Collections.synchronizedList(new ArrayList<>());
  private long version;

  /**
   * Nothing happened yet.
   *
   * @param projects finds AppProjects
   * @param told takes what somebody would be told, at the time of the clock
   * @param problems takes what keeps people from being told
   */
  public Simulation(
      Configuration configuration,
      String namespace,
      Function<ObjectKey, Optional<KubeObject>> projects,
      Consumer<Delivery> told,
      Consumer<String> problems) {
    this.told = told;
    Variables variables =
        new Variables(new ApplicationSubject(namespace, projects), Helpers.variables(clock));
    PipelineListener listener = new Problems((object, sentence) -> problems.accept(sentence));
    Sender everything =
        delivery -> {
          sent.add(delivery);
          return new Outcome.Delivered();
        };
    dispatcher = new Dispatcher(everything, listener, clock);
    pipeline =
        new Pipeline(
            Configurations.only(() -> Optional.of(configuration)),
            variables,
            executor,
            dispatcher,
            new Remembered(),
            Mutes.NONE,
            listener,
            clock);
  }

  /** Replays; each step ends before the next begins. */
  public void run(List<Happening> happenings) throws InterruptedException {
    for (Happening happening : happenings) {
      passTo(happening.at());
      switch (happening) {
        case Happening.Present present -> {
          KubeObject object = versioned(present.object());
          Optional<KubeObject> before = Optional.ofNullable(objects.put(object.key(), object));
          Change change = before.map(Change::from).orElse(Change.CREATED);
          pipeline.present(object, PackedObject.of(object), change);
        }
        case Happening.Gone gone ->
            Optional.ofNullable(objects.remove(gone.key())).ifPresent(pipeline::gone);
        case Happening.Nothing _ -> {
          // the clock has moved on
        }
      }
      settle();
    }
  }

  @Override
  public void close() {
    dispatcher.close();
    executor.close();
  }

  /** The controller looks each minute at what reads the clock. */
  private void passTo(Instant then) throws InterruptedException {
    if (clock.unset()) {
      clock.set(then);
    }
    while (!clock.instant().plus(TICK).isAfter(then)) {
      if (pipeline.clocked().isEmpty()) {
        break;
      }
      clock.set(clock.instant().plus(TICK));
      pipeline.clocked().stream().map(objects::get).forEach(pipeline::present);
      settle();
    }
    clock.set(then);
  }

  private void settle() throws InterruptedException {
    do {
      executor.awaitFewer(1);
    } while (dispatcher.awaitIdle(LIMIT) && executor.depth() > 0);
    sent.stream().sorted(Comparator.comparing(Delivery::destination)).forEach(told);
    sent.clear();
  }

  /** What was told when it was recorded does not count. */
  private KubeObject versioned(KubeObject object) {
    version++;
    Map<String, Object> untold =
        Trees.without(object.content(), "metadata", "annotations", NotifiedAnnotation.NAME);
    Map<String, Object> content =
        new HashMap<>(Trees.with(untold, String.valueOf(version), "metadata", "resourceVersion"));
    content.putIfAbsent("kind", "Application");
    return new KubeObject(content);
  }

  private record Problems(BiConsumer<KubeObject, String> sentences) implements PipelineListener {
    @Override
    public void problem(KubeObject object, String sentence) {
      sentences.accept(object, sentence);
    }
  }

  /** The ledger alone remembers; nothing is written anywhere. */
  private static final class Remembered implements StateWriter {
    @Override
    public CompletableFuture<Void> write(ObjectKey key, String uid, Ledger ledger) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {}
  }
}
