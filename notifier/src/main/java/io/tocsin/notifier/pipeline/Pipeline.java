package io.tocsin.notifier.pipeline;

import io.tocsin.controller.runtime.Change;
import io.tocsin.controller.runtime.Change.Event;
import io.tocsin.controller.runtime.KeyedExecutor;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectHandler;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.PackedObject;
import io.tocsin.controller.runtime.Parked;
import io.tocsin.controller.runtime.ResourceVersions;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.delivery.Dispatcher;
import io.tocsin.notifier.delivery.Snapshot;
import io.tocsin.notifier.pipeline.Configurations.Scoped;
import io.tocsin.notifier.pipeline.Evaluation.Evaluated;
import io.tocsin.notifier.state.Ledger;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes each version of each object, in order per object, evaluates the triggers that somebody
 * subscribed to, and hands on what was not told yet. Thread-safe.
 */
public final class Pipeline implements ObjectHandler {
  private static final String DELETED = "deletionTimestamp";

  /** Versions that may wait as they were read; a tree is twenty times as large as a packed one. */
  private static final int UNPACKED = 8;

  private final Configurations configurations;
  private final Variables variables;
  private final KeyedExecutor executor;
  private final Dispatcher dispatcher;
  private final StateWriter writer;
  private final Mutes mutes;
  private final PipelineListener listener;
  private final Clock clock;
  private final Map<ObjectKey, Tracked> objects = new ConcurrentHashMap<>();
  private final Set<ObjectKey> clocked = ConcurrentHashMap.newKeySet();

  /**
   * What is remembered of an object; but for the ledger, only by the thread that works on it. The
   * ledger may know a newer version than was seen here, from a write: what lies between is looked
   * at all the same.
   */
  private static final class Tracked {
    private final String uid;
    private final Ledger ledger = new Ledger();
    private String seen = "";
    private String changed = "";
    private Held held;

    Tracked(String uid) {
      this.uid = uid;
    }
  }

  /** A version that is not evaluated before the next is there. */
  private record Held(PackedObject version, Change change) {
    /** What happened since, with what made the next version. */
    Change with(Change next) {
      return change.event() == Event.NONE ? next : change;
    }
  }

  /**
   * Starts nothing by itself.
   *
   * @param configurations the newest; where none speaks for an object, it is not evaluated
   */
  public Pipeline(
      Configurations configurations,
      Variables variables,
      KeyedExecutor executor,
      Dispatcher dispatcher,
      StateWriter writer,
      Mutes mutes,
      PipelineListener listener,
      Clock clock) {
    this.configurations = configurations;
    this.variables = variables;
    this.executor = executor;
    this.dispatcher = dispatcher;
    this.writer = writer;
    this.mutes = mutes;
    this.listener = listener;
    this.clock = clock;
  }

  @Override
  public void present(KubeObject object) {
    executor.execute(object.key(), () -> process(object, Change.NONE));
  }

  @Override
  public void present(KubeObject object, PackedObject packed, Change change) {
    Change told = readsChange(object) ? change : Change.NONE;
    if (executor.depth() < UNPACKED) {
      executor.execute(object.key(), () -> process(object, told));
    } else {
      executor.execute(packed.key(), () -> process(packed.object(), told));
    }
  }

  /** A version that is looked at again, and unpacked when its turn comes. */
  public void present(PackedObject packed) {
    executor.execute(packed.key(), () -> process(packed.object(), Change.NONE));
  }

  /** Where nobody asks for it, what was before needs not be kept. */
  private boolean readsChange(KubeObject object) {
    return configurations.of(object).stream()
        .anyMatch(scoped -> scoped.configuration().readsChange());
  }

  /**
   * Looks at the object a last time, as one that was deleted: without finalizers no version of it
   * ever says so.
   */
  @Override
  public void gone(KubeObject last) {
    if (executor.depth() < UNPACKED) {
      executor.execute(last.key(), () -> end(last));
    } else {
      PackedObject packed = PackedObject.of(last);
      executor.execute(packed.key(), () -> end(packed.object()));
    }
  }

  private void end(KubeObject last) {
    track(last.at("metadata", DELETED) == null ? deleted(last) : last, Change.DELETED);
    objects.remove(last.key());
    clocked.remove(last.key());
  }

  /** The objects that must be looked at again as time goes by. */
  public Set<ObjectKey> clocked() {
    return Set.copyOf(clocked);
  }

  private KubeObject deleted(KubeObject last) {
    Map<String, Object> content = new LinkedHashMap<>(last.content());
    Map<String, Object> metadata = new LinkedHashMap<>();
    if (content.get("metadata") instanceof Map<?, ?> fields) {
      fields.forEach((name, value) -> metadata.put(name.toString(), value));
    }
    metadata.put(DELETED, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    content.put("metadata", metadata);
    return new KubeObject(content);
  }

  private void process(KubeObject object, Change change) {
    try {
      track(object, change);
    } catch (Parked e) {
      throw e;
    } catch (RuntimeException | Error e) {
      listener.processed(object);
      throw e;
    }
    listener.processed(object);
  }

  private void track(KubeObject object, Change change) {
    Tracked tracked =
        objects.compute(
            object.key(),
            (key, known) ->
                known != null && known.uid.equals(object.uid())
                    ? known
                    : new Tracked(object.uid()));
    if (ResourceVersions.older(object.resourceVersion(), tracked.seen)) {
      return;
    }
    tracked.seen = object.resourceVersion();
    tracked.ledger.observe(tracked.seen, writer.read(object));
    Held held = tracked.held;
    Change happened = held == null ? fresh(change, tracked) : held.with(fresh(change, tracked));
    Subject subject = variables.subject();
    if (!subject.settled(object)) {
      tracked.held = new Held(PackedObject.of(object), happened);
      return;
    }
    if (held != null && subject.overtaken(held.version().object(), object)) {
      evaluate(held.version().object(), held.change(), tracked.ledger);
      happened = fresh(change, tracked);
    }
    evaluate(object, happened, tracked.ledger);
    tracked.held = null;
    if (happened.event() != Event.NONE) {
      tracked.changed = tracked.seen;
    }
    var _ = writer.write(object.key(), object.uid(), tracked.ledger);
  }

  /** What made the version, unless that was evaluated before, as another watch showed it. */
  private static Change fresh(Change change, Tracked tracked) {
    boolean again = tracked.seen.equals(tracked.changed) && change.event() != Event.DELETED;
    return again ? Change.NONE : change;
  }

  private void evaluate(KubeObject object, Change change, Ledger ledger) {
    List<Scoped> speaking = configurations.of(object);
    if (speaking.isEmpty()) {
      return;
    }
    Change happened = Occurrence.real(object, change);
    Set<String> live = new HashSet<>();
    Evaluated evaluated =
        new Evaluated(
            object,
            new Snapshot(object, happened),
            variables.subject().parent(object),
            ledger,
            live,
            new HashSet<>(),
            mutes.muted(object),
            clock.instant(),
            delivery -> ended(delivery, ledger));
    boolean again = false;
    for (Scoped scoped : speaking) {
      again |= new Evaluation(scoped, evaluated, variables, dispatcher, listener).run();
    }
    ledger.live(live);
    if (again) {
      clocked.add(object.key());
    } else {
      clocked.remove(object.key());
    }
  }

  private CompletableFuture<Void> ended(Delivery delivery, Ledger ledger) {
    Tracked now = objects.get(delivery.key());
    return now != null && now.ledger == ledger
        ? writer.write(delivery.key(), delivery.snapshot().uid(), ledger)
        : CompletableFuture.completedFuture(null);
  }
}
