package io.tocsin.notifier.pipeline;

import io.tocsin.notifier.config.WatchedResource;
import io.tocsin.notifier.delivery.Completion;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.pipeline.Evaluation.Evaluated;
import io.tocsin.notifier.state.ConditionKeys;
import io.tocsin.notifier.state.Ledger;
import io.tocsin.services.Destination;
import io.tocsin.triggers.Condition;
import io.tocsin.triggers.ConditionResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** What becomes of one condition that was evaluated: whom it tells, and what is remembered. */
final class Decision {
  /** An API server that takes longer must not keep people from being told. */
  private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);

  private final Evaluation evaluation;
  private final Evaluated evaluated;
  private final Ledger ledger;
  private final ConditionResult result;
  private final Condition condition;
  private final ConditionKeys keys;
  private final List<ConditionKeys> former;
  private final boolean due;

  Decision(Evaluation evaluation, String trigger, ConditionResult result) {
    this.evaluation = evaluation;
    evaluated = evaluation.evaluated();
    ledger = evaluated.ledger();
    this.result = result;
    condition = result.condition();
    keys = new ConditionKeys(evaluation.scoped().scope(), trigger, condition.key());
    former = evaluation.scoped().former().of(trigger, condition).stream().map(keys::at).toList();
    boolean lasted = lasted();
    due = delayed() && lasted;
  }

  private boolean lasted() {
    if (!result.triggered()) {
      forget(ConditionKeys::lasting);
      return false;
    }
    return condition.timing().lasting().map(time -> ran(ConditionKeys::lasting, time)).orElse(true);
  }

  /** A timer that goes on while the condition is not true, until its time has come. */
  private boolean delayed() {
    Optional<Duration> delay = condition.timing().delay();
    if (delay.isEmpty()) {
      drop(keys::delayed);
      return true;
    }
    if (!result.triggered() && !ledger.told(keys.delayed())) {
      forget(ConditionKeys::delayed);
      return false;
    }
    boolean over = ran(ConditionKeys::delayed, delay.get());
    if (over && !result.triggered()) {
      forget(ConditionKeys::delayed);
    }
    return over;
  }

  /** Starts a timer that does not run yet. */
  private boolean ran(Function<ConditionKeys, String> timer, Duration time) {
    String key = timer.apply(keys);
    evaluated.live().add(key);
    former(timer);
    return now() - ledger.since(key, now()) >= time.toSeconds();
  }

  private long now() {
    return evaluated.now().getEpochSecond();
  }

  void about(Destination destination) {
    boolean inPeace = throttled(destination);
    if (!result.triggered()) {
      forget(at -> at.told(destination));
      over(destination);
    } else if (due) {
      tell(destination, inPeace);
    }
  }

  /** Says that it is over to a destination that was told, unless nobody knows whether it is. */
  private void over(Destination destination) {
    former(at -> at.open(destination));
    String open = keys.open(destination);
    if (condition.recovery().isEmpty()) {
      ledger.unmark(open);
    } else if (result.undecided() || evaluated.muted()) {
      evaluated.live().add(open);
    } else {
      Delivery delivery = delivery(destination, condition.recovery(), open);
      if (ledger.told(open) && evaluation.deliverable(delivery) && ledger.close(open)) {
        evaluation.submit(delivery, new Recovery(open));
      }
    }
  }

  /** Whether the destination was told of it so lately that it is to be left in peace. */
  private boolean throttled(Destination destination) {
    Optional<Duration> throttle = condition.timing().throttle();
    if (throttle.isEmpty()) {
      drop(() -> keys.throttled(destination));
      return false;
    }
    String key = keys.throttled(destination);
    former(at -> at.throttled(destination));
    OptionalLong last = ledger.toldAt(key);
    if (last.isPresent() && now() - last.getAsLong() < throttle.get().toSeconds()) {
      evaluated.live().add(key);
      return true;
    }
    if (!ledger.pending(key)) {
      ledger.unmark(key);
    }
    return false;
  }

  /** Takes away what is left of a time that the condition no longer names. */
  private void drop(Supplier<String> key) {
    if (!ledger.isEmpty()) {
      ledger.unmark(key.get());
    }
  }

  private void tell(Destination destination, boolean inPeace) {
    boolean eachTime = condition.aboutChange() && result.oncePer().isEmpty();
    String key = keys.told(destination, eachTime ? version() : result.oncePer());
    boolean told = eachTime ? !evaluated.said().add(key) : told(destination, key);
    Delivery delivery = delivery(destination, condition.send(), key);
    if (inPeace || (told && !repeated(key))) {
      evaluation.heldBack(delivery);
    } else if (evaluated.muted()) {
      evaluation.muted(delivery);
    } else if (evaluation.deliverable(delivery)) {
      List<String> beside = new ArrayList<>();
      if (!condition.recovery().isEmpty()) {
        beside.add(keys.open(destination));
      }
      if (condition.timing().throttle().isPresent()) {
        beside.add(keys.throttled(destination));
      }
      Alert alert = new Alert(eachTime ? List.of() : List.of(key), beside);
      alert.queued();
      evaluation.submit(delivery, alert);
    }
  }

  private boolean told(Destination destination, String key) {
    evaluated.live().add(key);
    evaluated.live().add(keys.open(destination));
    former(at -> at.told(destination, result.oncePer()));
    former(at -> at.open(destination));
    return ledger.told(key) || adopted(destination, key);
  }

  /** What sets apart what is told each time, and recorded nowhere. */
  private Optional<String> version() {
    return Optional.of(evaluated.object().resourceVersion());
  }

  private boolean repeated(String key) {
    return !ledger.pending(key)
        && condition
            .timing()
            .repeatEvery()
            .filter(time -> now() - ledger.toldAt(key).orElse(now()) >= time.toSeconds())
            .isPresent();
  }

  private boolean adopted(Destination destination, String key) {
    return result.oncePer().isPresent() && ledger.adopt(key, keys.told(destination), now());
  }

  private Delivery delivery(Destination destination, List<String> templates, String key) {
    return new Delivery(
        evaluated.snapshot(),
        evaluation.scoped().scope(),
        evaluation.scoped().resource().map(WatchedResource::name).orElse(""),
        keys.trigger(),
        condition.key(),
        templates,
        destination,
        key,
        evaluated.now());
  }

  /** Takes over what the state knows of the condition under a key that it had before. */
  private void former(Function<ConditionKeys, String> name) {
    String key = name.apply(keys);
    for (ConditionKeys old : former) {
      if (ledger.told(key)) {
        return;
      }
      ledger.move(name.apply(old), key);
    }
  }

  private void forget(Function<ConditionKeys, String> name) {
    if (!ledger.isEmpty()) {
      ledger.unmark(name.apply(keys));
      former.forEach(old -> ledger.unmark(name.apply(old)));
    }
  }

  /** Records that a condition was told. */
  private final class Alert extends Recorded {
    private final List<String> keys;
    private final List<String> beside;

    /** What stands {@code beside} is true of somebody who heard alone. */
    Alert(List<String> keys, List<String> beside) {
      this.keys = List.copyOf(keys);
      this.beside = List.copyOf(beside);
    }

    void queued() {
      keys.forEach(key -> ledger.queued(key, now()));
      beside.forEach(entry -> ledger.queued(entry, now()));
    }

    /** What is recorded nowhere would be lost. */
    @Override
    public void left(Delivery delivery) {
      if (keys.isEmpty()) {
        evaluation.left(delivery);
      }
    }

    @Override
    public void ended(Delivery delivery, boolean delivered) {
      keys.forEach(ledger::ended);
      beside.forEach(ledger::ended);
      if (!delivered) {
        beside.forEach(ledger::unmark);
        beside.forEach(ledger::closed);
      }
      record(delivery);
    }
  }

  /** Records that a destination heard that it is over. */
  private final class Recovery extends Recorded {
    private final String open;

    Recovery(String open) {
      this.open = open;
    }

    /** Whoever was not told, as the message before it died, needs not hear that it is over. */
    @Override
    public boolean wanted() {
      return ledger.closing(open);
    }

    @Override
    public void ended(Delivery delivery, boolean delivered) {
      ledger.closed(open);
      record(delivery);
    }
  }

  /** What its destination waits for before more of it are told. */
  private abstract class Recorded implements Completion {
    private volatile CompletableFuture<Void> write = CompletableFuture.completedFuture(null);

    final void record(Delivery delivery) {
      write = evaluated.ended().apply(delivery);
    }

    @Override
    public final void awaitRecorded() {
      try {
        write.get(LONGEST_WRITE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (TimeoutException e) {
        return;
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
