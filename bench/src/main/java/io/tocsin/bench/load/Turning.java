package io.tocsin.bench.load;

import io.tocsin.bench.load.cluster.Population;
import io.tocsin.bench.load.ledger.Ledger;
import io.tocsin.bench.load.receiver.Receiver;
import io.tocsin.bench.load.receiver.Receivers;
import io.tocsin.bench.load.scenario.ReceiverGroup;
import io.tocsin.bench.load.scenario.RunPlan;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Turns the applications and waits for what is told of it. */
final class Turning {
  private static final long LOOK_MILLIS = 10;

  private final RunPlan plan;
  private final Ledger ledger;
  private final Receivers receivers;
  private final LongSupplier restart;
  private final Consumer<String> progress;

  /**
   * @param restart kills the controller, starts it again and waits until it is ready; answers when
   *     the killed one was gone, in {@link System#nanoTime}
   */
  Turning(
      RunPlan plan,
      Ledger ledger,
      Receivers receivers,
      LongSupplier restart,
      Consumer<String> progress) {
    this.plan = plan;
    this.ledger = ledger;
    this.receivers = receivers;
    this.restart = restart;
    this.progress = progress;
  }

  /**
   * In {@link System#nanoTime}.
   *
   * @param began right before the first turn
   * @param turned after the last one
   */
  record Times(long began, long turned, OptionalLong killed) {}

  Times run(Population population) throws InterruptedException {
    warmUp(population);
    progress.accept("turning applications");
    long began = System.nanoTime();
    try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      int turns = plan.flips().turns(plan.applications());
      Future<Long> turning =
          thread.submit(
              () -> {
                population.turn(ledger, deaf(), plan.warmUp(), turns);
                return System.nanoTime();
              });
      OptionalLong killed = killInBetween(turning);
      long turned = turning.get();
      awaitMessages(turned);
      progress.accept("%d of %d messages arrived".formatted(ledger.received(), ledger.expected()));
      Thread.sleep(plan.linger());
      return new Times(began, turned, killed);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    }
  }

  private void warmUp(Population population) throws InterruptedException {
    if (plan.warmUp() > 0) {
      progress.accept("warming up");
      population.turn(ledger, deaf(), 0, plan.warmUp());
      awaitMessages(System.nanoTime());
      ledger.clear();
    }
  }

  /** Receivers that never take a message. */
  private Set<String> deaf() {
    return receivers.all().stream()
        .filter(receiver -> receiver.behaviour().hang())
        .map(Receiver::name)
        .collect(Collectors.toSet());
  }

  private OptionalLong killInBetween(Future<?> turning) throws InterruptedException {
    if (plan.killAfter() == 0) {
      return OptionalLong.empty();
    }
    long due = Math.round(messages() * plan.killAfter());
    long start = System.nanoTime();
    while (ledger.received() < due && !(turning.isDone() && isQuietSince(start))) {
      Thread.sleep(LOOK_MILLIS);
    }
    return OptionalLong.of(restart.getAsLong());
  }

  /** How many messages the plan causes, at receivers that answer. */
  private double messages() {
    List<ReceiverGroup> behaviours = plan.behaviours();
    long answering = behaviours.stream().filter(behaviour -> !behaviour.hang()).count();
    return (double) plan.flips().turns(plan.applications())
        * plan.triggers().firing()
        * plan.receiversPerApplication()
        * answering
        / behaviours.size();
  }

  private void awaitMessages(long turned) throws InterruptedException {
    while (ledger.received() < ledger.expected() && !isQuietSince(turned)) {
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private boolean isQuietSince(long time) {
    long latest = Math.max(time, ledger.lastArrival());
    return System.nanoTime() - latest > plan.quiet().toNanos();
  }
}
