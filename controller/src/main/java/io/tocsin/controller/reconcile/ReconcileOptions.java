package io.tocsin.controller.reconcile;

import io.tocsin.controller.git.GitSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How the controller works.
 *
 * @param namespace of the control plane
 * @param otherNamespaces whether Applications of a namespace are taken on, besides those of the
 *     control plane; absent for none
 * @param workers Applications that are worked on at a time, at least 1
 * @param resync how old a comparison may grow; absent for what {@code argocd-cm} says
 * @param jitter by up to which it may grow older; absent for what {@code argocd-cm} says
 * @param hardResync how old it may grow until caches are not trusted any more; absent for never
 * @param gitGrace for how long a repository may be out of reach before the status says so
 * @param selfHeal how long to wait between repairs
 * @param operationTimeout after which a sync is terminated; absent for never
 * @param waveDelay between the waves of a sync
 * @param events which reasons of Kubernetes Events are written
 * @param git where repositories are kept
 */
public record ReconcileOptions(
    String namespace,
    Optional<Predicate<String>> otherNamespaces,
    int workers,
    Optional<Duration> resync,
    Optional<Duration> jitter,
    Optional<Duration> hardResync,
    Duration gitGrace,
    SelfHealPace selfHeal,
    Optional<Duration> operationTimeout,
    Duration waveDelay,
    Predicate<String> events,
    GitSettings git) {

  /** Argo CD's defaults. */
  public static ReconcileOptions of(String namespace, GitSettings git) {
    return new ReconcileOptions(
        namespace,
        Optional.empty(),
        20,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Duration.ofMinutes(3),
        SelfHealPace.DEFAULT,
        Optional.empty(),
        Duration.ofSeconds(2),
        reason -> true,
        git);
  }

  /** The same with other times, for tests and for the command line. */
  public ReconcileOptions withPace(
      Optional<Duration> otherResync, SelfHealPace otherSelfHeal, Duration otherWaveDelay) {
    return new ReconcileOptions(
        namespace,
        otherNamespaces,
        workers,
        otherResync,
        jitter,
        hardResync,
        gitGrace,
        otherSelfHeal,
        operationTimeout,
        otherWaveDelay,
        events,
        git);
  }

  /** The same, spreading refreshes otherwise. */
  public ReconcileOptions withJitter(Optional<Duration> other) {
    return new ReconcileOptions(
        namespace,
        otherNamespaces,
        workers,
        resync,
        other,
        hardResync,
        gitGrace,
        selfHeal,
        operationTimeout,
        waveDelay,
        events,
        git);
  }

  /** The same, writing Events of other reasons. */
  public ReconcileOptions withEvents(Predicate<String> others) {
    return new ReconcileOptions(
        namespace,
        otherNamespaces,
        workers,
        resync,
        jitter,
        hardResync,
        gitGrace,
        selfHeal,
        operationTimeout,
        waveDelay,
        others,
        git);
  }
}
