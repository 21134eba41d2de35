package io.tocsin.controller.reconcile;

import io.tocsin.controller.git.GitListener;
import io.tocsin.controller.git.GitRepositories;
import io.tocsin.controller.git.GitSettings;
import io.tocsin.controller.git.RepositoryAccess;
import io.tocsin.controller.helm.registry.RemoteCharts;
import io.tocsin.controller.kustomize.Kustomizations;
import io.tocsin.controller.source.Charts;
import io.tocsin.controller.source.RenderLimits;
import io.tocsin.controller.source.SourceRenderer;
import java.time.Clock;
import java.util.Set;

/** All that sources are rendered with, wired. */
public record Sources(
    GitRepositories repositories, RemoteCharts remote, Charts charts, SourceRenderer renderer)
    implements AutoCloseable {

  /** Opens nothing yet; connections are made when something is asked. */
  public static Sources open(
      GitSettings settings, RepositoryAccess access, GitListener listener, Clock clock) {
    GitRepositories repositories = new GitRepositories(settings, access, listener, clock);
    RemoteCharts remote = new RemoteCharts();
    Charts charts = new Charts(access, remote, Set.of("http", "https"));
    return new Sources(
        repositories,
        remote,
        charts,
        new SourceRenderer(repositories, charts, Kustomizations.onPath(), RenderLimits.DEFAULT));
  }

  @Override
  public void close() {
    charts.close();
    remote.close();
    repositories.close();
  }
}
