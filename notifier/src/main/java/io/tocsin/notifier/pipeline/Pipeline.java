package io.tocsin.notifier.pipeline;

import io.tocsin.controller.runtime.KeyedExecutor;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectHandler;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceVersions;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.delivery.Dispatcher;
import io.tocsin.notifier.state.Ledger;
import io.tocsin.notifier.state.NotifiedAnnotation;
import io.tocsin.notifier.state.StateKey;
import io.tocsin.notifier.subscription.Subscribed;
import io.tocsin.notifier.subscription.Subscriptions;
import io.tocsin.services.Destination;
import io.tocsin.triggers.ConditionResult;
import io.tocsin.triggers.Trigger;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Takes each version of each object, in order per object, evaluates the triggers that somebody
 * subscribed to, and hands on what was not told yet. Thread-safe.
 */
public final class Pipeline implements ObjectHandler {
  private static final String DELETED = "deletionTimestamp";

  private final Supplier<Optional<Configuration>> configuration;
  private final Variables variables;
  private final KeyedExecutor executor;
  private final Dispatcher dispatcher;
  private final StateWriter writer;
  private final PipelineListener listener;
  private final Clock clock;
  private final Map<ObjectKey, Tracked> objects = new ConcurrentHashMap<>();
  private final Set<ObjectKey> clocked = ConcurrentHashMap.newKeySet();

  /**
   * What is remembered of an object; {@code seen} and {@code held} only by the thread that works on
   * it. The ledger may know a newer version than was seen here, from a write: what lies between is
   * looked at all the same.
   */
  private static final class Tracked {
    private final String uid;
    private final Ledger ledger = new Ledger();
    private String seen = "";
    private KubeObject held;

    Tracked(String uid) {
      this.uid = uid;
    }
  }

  /**
   * Starts nothing by itself.
   *
   * @param configuration the newest, or nothing while there is none: then nothing is evaluated
   */
  public Pipeline(
      Supplier<Optional<Configuration>> configuration,
      Variables variables,
      KeyedExecutor executor,
      Dispatcher dispatcher,
      StateWriter writer,
      PipelineListener listener,
      Clock clock) {
    this.configuration = configuration;
    this.variables = variables;
    this.executor = executor;
    this.dispatcher = dispatcher;
    this.writer = writer;
    this.listener = listener;
    this.clock = clock;
  }

  @Override
  public void present(KubeObject object) {
    executor.execute(object.key(), () -> process(object));
  }

  /**
   * Looks at the object a last time, as one that was deleted: without finalizers no version of it
   * ever says so.
   */
  @Override
  public void gone(KubeObject last) {
    executor.execute(
        last.key(),
        () -> {
          track(last.at("metadata", DELETED) == null ? deleted(last) : last);
          objects.remove(last.key());
          clocked.remove(last.key());
        });
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

  private void process(KubeObject object) {
    try {
      track(object);
    } finally {
      listener.processed(object);
    }
  }

  private void track(KubeObject object) {
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
    tracked.ledger.observe(tracked.seen, NotifiedAnnotation.read(object.annotations()));
    Subject subject = variables.subject();
    if (!subject.settled(object)) {
      tracked.held = object;
      return;
    }
    if (tracked.held != null && subject.overtaken(tracked.held, object)) {
      evaluate(tracked.held, tracked.ledger);
    }
    tracked.held = null;
    evaluate(object, tracked.ledger);
    writer.write(object, tracked.ledger);
  }

  private void evaluate(KubeObject object, Ledger ledger) {
    configuration.get().ifPresent(current -> new Evaluation(current, object, ledger).run());
  }

  private final class Evaluation {
    private final Configuration current;
    private final KubeObject object;
    private final Ledger ledger;
    private final Set<String> live = new HashSet<>();

    Evaluation(Configuration current, KubeObject object, Ledger ledger) {
      this.current = current;
      this.object = object;
      this.ledger = ledger;
    }

    void run() {
      Optional<KubeObject> parent = variables.subject().parent(object);
      Subscriptions subscriptions = Subscriptions.of(current, object, parent);
      subscriptions.problems().forEach(problem -> listener.problem(object, problem));
      if (readsClock(subscriptions)) {
        clocked.add(object.key());
      } else {
        clocked.remove(object.key());
      }
      if (subscriptions.list().isEmpty()) {
        return;
      }
      Map<String, Object> names = variables.forConditions(current, object, parent);
      subscriptions.byTrigger().forEach((trigger, list) -> trigger(trigger, list, names));
      ledger.live(live);
    }

    private boolean readsClock(Subscriptions subscriptions) {
      return subscriptions.byTrigger().keySet().stream()
          .map(current.triggers()::get)
          .anyMatch(trigger -> trigger != null && trigger.readsClock());
    }

    private void trigger(String name, Iterable<Subscribed> subscribed, Map<String, Object> names) {
      Trigger trigger = current.triggers().get(name);
      if (trigger == null) {
        listener.problem(
            object, "trigger " + name + ", which is subscribed to, is not configured or is broken");
        return;
      }
      for (ConditionResult result : trigger.evaluate(names)) {
        listener.evaluated(name, result.triggered());
        result.problems().forEach(problem -> listener.undecided(object, name, problem));
        subscribed.forEach(to -> decide(name, result, to.destination()));
      }
    }

    private void decide(String trigger, ConditionResult result, Destination destination) {
      String key = StateKey.of(trigger, result, destination);
      if (!result.triggered()) {
        ledger.unmark(key);
        return;
      }
      live.add(key);
      Delivery delivery =
          new Delivery(
              object,
              trigger,
              result.condition().key(),
              result.condition().send(),
              destination,
              key,
              clock.instant());
      if (ledger.told(key) || adopted(trigger, result, destination, key)) {
        listener.heldBack(delivery);
      } else if (deliverable(delivery)) {
        ledger.queued(key, delivery.queued().getEpochSecond());
        dispatcher.submit(delivery, this::ended);
      }
    }

    private boolean adopted(
        String trigger, ConditionResult result, Destination destination, String key) {
      return result.oncePer().isPresent()
          && ledger.adopt(
              key,
              StateKey.withoutOncePer(trigger, result, destination),
              clock.instant().getEpochSecond());
    }

    private boolean deliverable(Delivery delivery) {
      if (!current.services().containsKey(delivery.destination().service())) {
        listener.problem(
            object, "service " + delivery.destination().service() + " is not configured or is off");
        return false;
      }
      for (String template : delivery.templates()) {
        if (!current.templates().containsKey(template)) {
          listener.problem(
              object,
              "template %s, which trigger %s sends, is not configured or is broken"
                  .formatted(template, delivery.trigger()));
          return false;
        }
      }
      return true;
    }

    private void ended(Delivery delivery) {
      ledger.ended(delivery.stateKey());
      Tracked now = objects.get(delivery.object().key());
      if (now != null && now.ledger == ledger) {
        writer.write(delivery.object(), ledger);
      }
    }
  }
}
