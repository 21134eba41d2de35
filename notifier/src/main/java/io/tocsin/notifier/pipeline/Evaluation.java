package io.tocsin.notifier.pipeline;

import io.tocsin.controller.runtime.Change;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.Parked;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.delivery.Completion;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.delivery.Dispatcher;
import io.tocsin.notifier.delivery.Snapshot;
import io.tocsin.notifier.pipeline.Configurations.Scoped;
import io.tocsin.notifier.state.Ledger;
import io.tocsin.notifier.subscription.Subscribed;
import io.tocsin.notifier.subscription.Subscriptions;
import io.tocsin.services.options.Nearest;
import io.tocsin.triggers.ConditionResult;
import io.tocsin.triggers.Trigger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** One look at one version of an object with one configuration. */
final class Evaluation {
  private final Scoped scoped;
  private final Configuration current;
  private final Evaluated evaluated;
  private final Variables variables;
  private final Dispatcher dispatcher;
  private final PipelineListener listener;

  /**
   * What is looked at.
   *
   * @param snapshot the same, for those who wait
   * @param live takes the entries that stand for what is true now
   * @param said takes what is recorded nowhere and told of this version, by whatever names it is
   *     watched as
   * @param ended told when a delivery ended, so that the state is written; completes when it is
   */
  record Evaluated(
      KubeObject object,
      Snapshot snapshot,
      Optional<KubeObject> parent,
      Ledger ledger,
      Set<String> live,
      Set<String> said,
      boolean muted,
      Instant now,
      Function<Delivery, CompletableFuture<Void>> ended) {}

  Evaluation(
      Scoped scoped,
      Evaluated evaluated,
      Variables variables,
      Dispatcher dispatcher,
      PipelineListener listener) {
    this.scoped = scoped;
    this.current = scoped.configuration();
    this.evaluated = evaluated;
    this.variables = variables;
    this.dispatcher = dispatcher;
    this.listener = listener;
  }

  /**
   * Whether the object must be looked at again as time goes by.
   *
   * @throws Parked before anything is decided, where a repository has not answered yet
   */
  boolean run() {
    Subscriptions subscriptions =
        Subscriptions.of(current, scoped.resource(), object(), evaluated.parent());
    subscriptions.problems().forEach(problem -> listener.problem(object(), problem));
    if (subscriptions.list().isEmpty()) {
      return false;
    }
    Map<String, List<Subscribed>> byTrigger = subscriptions.byTrigger();
    Map<String, List<ConditionResult>> results = results(byTrigger.keySet());
    byTrigger.forEach((trigger, list) -> decide(trigger, list, results.get(trigger)));
    return evaluated.muted()
        || byTrigger.keySet().stream()
            .map(current.triggers()::get)
            .anyMatch(trigger -> trigger != null && trigger.readsClock());
  }

  Evaluated evaluated() {
    return evaluated;
  }

  Scoped scoped() {
    return scoped;
  }

  void heldBack(Delivery delivery) {
    listener.heldBack(delivery);
  }

  void muted(Delivery delivery) {
    listener.muted(delivery);
  }

  void left(Delivery delivery) {
    listener.left(delivery);
  }

  void submit(Delivery delivery, Completion completion) {
    dispatcher.submit(delivery, completion);
  }

  private KubeObject object() {
    return evaluated.object();
  }

  /** Without those that are not configured. */
  private Map<String, List<ConditionResult>> results(Set<String> names) {
    Optional<RepositoryCalls> calls = variables.atOnce(object());
    Change change = evaluated.snapshot().change();
    Map<String, Object> known =
        variables.forConditions(
            scoped, new Occurrence(object(), change), evaluated.parent(), calls);
    boolean happened = change.event() != Change.Event.NONE;
    Map<String, List<ConditionResult>> results = new HashMap<>();
    for (String name : names) {
      Trigger trigger = current.triggers().get(name);
      if (trigger != null) {
        results.put(
            name,
            trigger.conditions().stream()
                .filter(condition -> happened || !condition.aboutChange())
                .map(condition -> condition.evaluate(known))
                .toList());
      }
    }
    calls
        .flatMap(RepositoryCalls::missing)
        .ifPresent(
            missing -> {
              throw new Parked(missing);
            });
    return results;
  }

  /** Takes null for the results of a trigger that is not configured. */
  private void decide(String name, List<Subscribed> subscribed, List<ConditionResult> results) {
    if (results == null) {
      listener.problem(
          object(),
          "trigger %s, which is subscribed to, is not configured or is broken%s"
              .formatted(name, Nearest.hint(name, current.triggers().keySet())));
      return;
    }
    for (ConditionResult result : results) {
      listener.evaluated(name, result.triggered());
      result.problems().forEach(problem -> report(name, result, problem));
      Decision decision = new Decision(this, name, result);
      subscribed.forEach(to -> decision.about(to.destination()));
    }
  }

  /** A condition that fails is no news, one that is true and cannot say what it is once for is. */
  private void report(String trigger, ConditionResult result, String problem) {
    if (result.triggered()) {
      listener.problem(object(), "trigger " + trigger + ": " + problem);
    } else {
      listener.undecided(object(), trigger, problem);
    }
  }

  /** Whether all that the delivery needs is configured; where not, that is a problem. */
  boolean deliverable(Delivery delivery) {
    String service = delivery.destination().service();
    if (!current.services().containsKey(service)) {
      listener.problem(
          object(),
          "service %s is not configured or is off%s"
              .formatted(service, Nearest.hint(service, current.services().keySet())));
      return false;
    }
    for (String template : delivery.templates()) {
      if (!current.templates().containsKey(template)) {
        listener.problem(
            object(),
            "template %s, which trigger %s sends, is not configured or is broken%s"
                .formatted(
                    template,
                    delivery.trigger(),
                    Nearest.hint(template, current.templates().keySet())));
        return false;
      }
    }
    return true;
  }
}
