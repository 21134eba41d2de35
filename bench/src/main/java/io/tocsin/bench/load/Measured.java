package io.tocsin.bench.load;

import io.tocsin.bench.load.cluster.Alone;
import io.tocsin.bench.load.cluster.Population;
import io.tocsin.bench.load.cluster.Served;
import io.tocsin.bench.load.cluster.ServerRequests;
import io.tocsin.bench.load.cluster.ServerWatches;
import io.tocsin.bench.load.ledger.Delivery;
import io.tocsin.bench.load.ledger.Ledger;
import io.tocsin.bench.load.ledger.Percentiles;
import io.tocsin.bench.load.process.JavaHeap;
import io.tocsin.bench.load.process.Sample;
import io.tocsin.bench.load.process.Sampler;
import io.tocsin.bench.load.process.Subject;
import io.tocsin.bench.load.receiver.Receiver;
import io.tocsin.bench.load.receiver.Receivers;
import io.tocsin.bench.load.report.Outcome;
import io.tocsin.bench.load.report.Requests;
import io.tocsin.bench.load.report.RunResult;
import io.tocsin.bench.load.report.Timing;
import io.tocsin.bench.load.report.Use;
import io.tocsin.bench.load.scenario.Measure;
import io.tocsin.bench.load.scenario.Numbers;
import io.tocsin.bench.load.scenario.RunPlan;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The part of a run in which the controller runs. */
final class Measured implements AutoCloseable {
  /** So long, and at most a sixth of the time, a process may still be busy with its start. */
  private static final Duration SETTLING = Duration.ofSeconds(10);

  private final Setting setting;
  private final RunPlan plan;
  private final Ledger ledger;
  private final Receivers receivers;
  private final Subject subject;
  private final Sampler sampler;
  private final List<Double> ready = new ArrayList<>();
  private final Optional<ServerRequests> before;
  private final Optional<ServerWatches> watchedBefore;

  /**
   * Right after the controller was started.
   *
   * @param before what had been asked right before
   * @param watchedBefore what was watched right before
   */
  Measured(
      Setting setting,
      RunPlan plan,
      Ledger ledger,
      Receivers receivers,
      Subject subject,
      Optional<ServerRequests> before,
      Optional<ServerWatches> watchedBefore) {
    this.setting = setting;
    this.plan = plan;
    this.ledger = ledger;
    this.receivers = receivers;
    this.subject = subject;
    this.before = before;
    this.watchedBefore = watchedBefore;
    sampler = new Sampler(subject::sample);
  }

  RunResult run(Population population, Optional<Alone> alone, Optional<Double> list)
      throws IOException, InterruptedException {
    awaitReady();
    Optional<Double> watched = awaitWatched(population.form().kinds());
    Sample atReady = subject.sample();
    Optional<ServerRequests> requestsAtReady = ServerRequests.ask(setting.api());
    Duration settling = min(SETTLING, plan.idle().dividedBy(6));
    Thread.sleep(settling);
    Sample idleFrom = subject.sample();
    Optional<ServerRequests> requestsIdleFrom = ServerRequests.ask(setting.api());
    Thread.sleep(plan.idle().minus(settling));
    subject.check();
    Sample idleTo = subject.sample();
    Optional<ServerRequests> requestsIdleTo = ServerRequests.ask(setting.api());
    Turning turning = new Turning(plan, ledger, receivers, this::restart, setting.progress());
    Turning.Times times = turning.run(population);
    subject.check();
    Optional<ServerRequests> requestsAtEnd = ServerRequests.ask(setting.api());
    Sample atEnd = subject.sample();
    return new RunResult(
        plan,
        population.form().kinds().stream().map(Served::resource).collect(Collectors.toSet()),
        population.bytes(),
        new Timing(ready, watched, list, alone, times.began(), times.turned(), times.killed()),
        outcomes(),
        ledger.unexpected(),
        new Use(
            atReady.cpuSeconds(),
            idleTo.cpuSeconds() - idleFrom.cpuSeconds(),
            plan.idle().isZero() ? 0 : (idleTo.time() - idleFrom.time()) / 1e9,
            atEnd.cpuSeconds(),
            subject.peak(),
            steady(idleFrom, plan.idle().isZero() ? atEnd : idleTo),
            heap(),
            sampler.samples()),
        new Requests(
            between(before, requestsAtReady),
            between(requestsIdleFrom, requestsIdleTo),
            between(requestsIdleTo, requestsAtEnd)));
  }

  private void awaitReady() throws InterruptedException {
    ready.add(subject.awaitReady());
    setting.progress().accept("ready after %s s".formatted(Numbers.text(ready.getLast())));
  }

  /** How long after the start all kinds are watched that only a configuration names. */
  private Optional<Double> awaitWatched(List<Served> kinds) throws InterruptedException {
    if (plan.kinds() == 0 || watchedBefore.isEmpty()) {
      return Optional.empty();
    }
    long since = System.nanoTime();
    watchedBefore.get().awaitMore(setting.api(), kinds);
    double seconds = ready.getFirst() + (System.nanoTime() - since) / 1e9;
    setting
        .progress()
        .accept("%d kinds watched after %s s".formatted(plan.kinds(), Numbers.text(seconds)));
    return Optional.of(seconds);
  }

  private long restart() {
    try {
      setting.progress().accept("killing the controller");
      long gone = subject.killAndRestart();
      awaitReady();
      return gone;
    } catch (IOException e) {
      throw new IllegalStateException("The controller cannot be started again.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The restart was interrupted.", e);
    }
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Map<String, Long> between(
      Optional<ServerRequests> from, Optional<ServerRequests> to) {
    return from.flatMap(earlier -> to.map(later -> later.since(earlier))).orElse(Map.of());
  }

  private long steady(Sample from, Sample to) {
    double[] resident =
        sampler.samples().stream()
            .filter(sample -> sample.time() >= from.time() && sample.time() <= to.time())
            .mapToDouble(Sample::residentBytes)
            .toArray();
    return resident.length == 0 ? to.residentBytes() : (long) Percentiles.of(resident).at(50);
  }

  private OptionalLong heap() throws IOException, InterruptedException {
    return plan.measure().contains(Measure.HEAP)
        ? JavaHeap.live(subject.pid())
        : OptionalLong.empty();
  }

  private List<Outcome> outcomes() {
    Map<String, List<Delivery>> byReceiver =
        ledger.deliveries().stream()
            .collect(Collectors.groupingBy(delivery -> delivery.message().receiver()));
    List<Outcome> outcomes = new ArrayList<>();
    for (Receiver receiver : receivers.all()) {
      outcomes.add(
          new Outcome(
              receiver.name(),
              receiver.behaviour(),
              receiver.traffic(),
              byReceiver.getOrDefault(receiver.name(), List.of())));
    }
    return outcomes;
  }

  @Override
  public void close() {
    sampler.close();
  }
}
