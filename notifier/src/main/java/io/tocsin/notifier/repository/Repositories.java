package io.tocsin.notifier.repository;

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
import java.util.Optional;
import java.util.Set;

/** Repositories and what renders their sources. Blocks; safe for many threads. */
public final class Repositories implements AutoCloseable {
  private static final RenderLimits LIMITS =
      new RenderLimits(RenderLimits.DEFAULT.directory(), 32L << 20);

  private final Optional<TemporaryFolder> temporary;
  private final GitRepositories git;
  private final RemoteCharts remote = new RemoteCharts();
  private final Charts charts;
  private final SourceRenderer renderer;

  private Repositories(
      GitSettings settings,
      RepositoryAccess access,
      Clock clock,
      Optional<TemporaryFolder> temporary) {
    this.temporary = temporary;
    git = new GitRepositories(settings, access, GitListener.NONE, clock);
    charts = new Charts(access, remote, Set.of("http", "https"));
    renderer = new SourceRenderer(git, charts, Kustomizations.onPath(), LIMITS);
  }

  /** Opens nothing yet. */
  public static Repositories of(GitSettings settings, RepositoryAccess access, Clock clock) {
    return new Repositories(settings, access, clock, Optional.empty());
  }

  /** With clones in a temporary folder of their own, which is deleted at the end. */
  public static Repositories temporary(RepositoryAccess access, Clock clock) {
    TemporaryFolder folder = TemporaryFolder.create("tocsin-repositories-");
    return new Repositories(GitSettings.in(folder.path()), access, clock, Optional.of(folder));
  }

  public GitRepositories git() {
    return git;
  }

  public SourceRenderer renderer() {
    return renderer;
  }

  @Override
  public void close() {
    charts.close();
    remote.close();
    git.close();
    temporary.ifPresent(TemporaryFolder::close);
  }
}
