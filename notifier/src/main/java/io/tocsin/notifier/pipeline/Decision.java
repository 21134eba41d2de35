package io.tocsin.notifier.pipeline;

import io.tocsin.notifier.delivery.Completion;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.pipeline.Evaluation.Evaluated;
import io.tocsin.notifier.state.ConditionKeys;
import io.tocsin.notifier.state.Ledger;
import io.tocsin.services.Destination;
import io.tocsin.triggers.Condition;
import io.tocsin.triggers.ConditionResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

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
    due = due();
  }

  private boolean due() {
    String timer = keys.lasting();
    if (!result.triggered()) {
      forget(ConditionKeys::lasting);
      return false;
    }
    Optional<Duration> lasting = condition.timing().lasting();
    if (lasting.isEmpty()) {
      return true;
    }
    evaluated.live().add(timer);
    former(ConditionKeys::lasting);
    return now() - ledger.since(timer, now()) >= lasting.get().toSeconds();
  }

  private long now() {
    return evaluated.now().getEpochSecond();
  }

  void about(Destination destination) {
    if (!result.triggered()) {
      forget(at -> at.told(destination));
      over(destination);
    } else if (due) {
      tell(destination);
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

  private void tell(Destination destination) {
    String key = keys.told(destination, result.oncePer());
    evaluated.live().add(key);
    evaluated.live().add(keys.open(destination));
    former(at -> at.told(destination, result.oncePer()));
    former(at -> at.open(destination));
    Delivery delivery = delivery(destination, condition.send(), key);
    boolean told = ledger.told(key) || adopted(destination, key);
    if (told && !repeated(key)) {
      evaluation.heldBack(delivery);
    } else if (evaluated.muted()) {
      evaluation.muted(delivery);
    } else if (evaluation.deliverable(delivery)) {
      Alert alert = new Alert(key, keys.open(destination), !condition.recovery().isEmpty());
      alert.queued();
      evaluation.submit(delivery, alert);
    }
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
    private final String key;
    private final String open;
    private final boolean recovers;

    Alert(String key, String open, boolean recovers) {
      this.key = key;
      this.open = open;
      this.recovers = recovers;
    }

    void queued() {
      ledger.queued(key, now());
      if (recovers) {
        ledger.queued(open, now());
      }
    }

    @Override
    public void ended(Delivery delivery, boolean delivered) {
      ledger.ended(key);
      if (recovers) {
        ledger.ended(open);
        if (!delivered) {
          ledger.unmark(open);
          ledger.closed(open);
        }
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
