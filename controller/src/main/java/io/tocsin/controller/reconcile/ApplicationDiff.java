package io.tocsin.controller.reconcile;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.InvalidSpecException;
import io.tocsin.controller.compare.ResourceComparison;
import io.tocsin.controller.compare.SyncStatus;
import io.tocsin.controller.git.GitListener;
import io.tocsin.controller.git.GitSettings;
import io.tocsin.controller.reconcile.cluster.ClusterListener;
import io.tocsin.controller.reconcile.cluster.Clusters;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ServerProbe;
import io.tocsin.controller.sync.ClusterException;
import io.tocsin.controller.sync.cluster.RequestListener;
import io.tocsin.controller.tree.SourceException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Compares Applications as the controller does, with what the control plane says of repositories,
 * clusters, projects and exceptions, and writes nothing. Blocks; for one thread.
 */
public final class ApplicationDiff implements AutoCloseable {
  private static final Duration READ_WITHIN = Duration.ofSeconds(15);
  private static final Duration STEP = Duration.ofMillis(10);

  private final Clock clock;
  private final Clusters clusters;
  private final ServerProbe probe;
  private final ControlPlane plane;
  private final Sources sources;
  private final Observer observer = new Observer();

  /**
   * Begins to read what the control plane says.
   *
   * @param client of the control plane's cluster; the caller's to close
   */
  public ApplicationDiff(
      KubernetesClient client, String namespace, GitSettings settings, Clock clock) {
    this.clock = clock;
    this.clusters = new Clusters(client, (key, instance) -> {}, ClusterListener.NONE);
    this.probe = new ServerProbe(client);
    this.plane = new ControlPlane(client, probe, namespace, clock, () -> {}, clusters::update);
    this.sources = Sources.open(settings, plane, GitListener.NONE, clock);
    plane.start();
  }

  /**
   * What a sync would change, in the order of groups, kinds and names.
   *
   * @param revisions in place of what the sources say; empty for none, each may be empty
   * @throws InvalidSpecException when the specification is not sound, in a sentence
   * @throws SourceException when the sources cannot be rendered, in a sentence
   * @throws ClusterException when a cluster cannot be asked, in a sentence
   */
  public List<ResourceComparison> of(KubeObject application, List<String> revisions)
      throws InterruptedException {
    awaitPlane();
    Application read = Application.of(application);
    SpecCheck check = new SpecCheck(plane, clusters, (app, server) -> RequestListener.NONE);
    return switch (check.check(read)) {
      case SpecCheck.Unsound unsound ->
          throw new InvalidSpecException(String.join("; ", unsound.reasons()));
      case SpecCheck.Sound sound -> differing(sound.subject(), revisions);
    };
  }

  private List<ResourceComparison> differing(Subject subject, List<String> revisions)
      throws InterruptedException {
    Rendering rendering =
        new Manifests(sources)
            .render(subject, subject.application().spec().sources(), revisions, null);
    return observer
        .observe(subject, rendering, Comparing.of(subject, null), false)
        .comparison()
        .resources()
        .stream()
        .filter(each -> each.status().filter(SyncStatus.OUT_OF_SYNC::equals).isPresent())
        .filter(each -> !each.ignored())
        .toList();
  }

  private void awaitPlane() throws InterruptedException {
    long end = clock.millis() + READ_WITHIN.toMillis();
    for (String reason = plane.unready(); !reason.isEmpty(); reason = plane.unready()) {
      if (clock.millis() > end) {
        throw new ClusterException(0, reason);
      }
      Thread.sleep(STEP);
    }
    clusters.track(plane.settings().tracking());
  }

  @Override
  public void close() {
    plane.close();
    clusters.close();
    sources.close();
    probe.close();
  }
}
