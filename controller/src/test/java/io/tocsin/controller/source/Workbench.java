package io.tocsin.controller.source;

import io.tocsin.controller.application.Source;
import io.tocsin.controller.git.GitListener;
import io.tocsin.controller.git.GitRepositories;
import io.tocsin.controller.git.GitSettings;
import io.tocsin.controller.git.GitTrust;
import io.tocsin.controller.git.RepositoryAccess;
import io.tocsin.controller.git.RepositoryCredentials;
import io.tocsin.controller.git.RepositoryId;
import io.tocsin.controller.helm.registry.RemoteCharts;
import io.tocsin.controller.kustomize.Kustomizations;
import io.tocsin.controller.tree.Documents;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A renderer over local repositories. */
final class Workbench implements AutoCloseable {
  final Queue<GitListener.Request> asked = new ConcurrentLinkedQueue<>();
  volatile RepositoryCredentials credentials = RepositoryCredentials.NONE;
  final GitRepositories repositories;
  final SourceRenderer renderer;
  private final RemoteCharts remote = new RemoteCharts();

  Workbench(Path folder, RenderLimits limits) {
    RepositoryAccess access = new Access();
    repositories =
        new GitRepositories(
            GitSettings.in(folder.resolve("clones")).withLocalRoots(folder.resolve("origins")),
            access,
            (repository, request, duration, succeeded) -> asked.add(request),
            Clock.systemUTC());
    renderer =
        new SourceRenderer(
            repositories,
            new Charts(access, remote, Set.of("https")),
            new Kustomizations(Optional.empty()),
            limits);
  }

  private final class Access implements RepositoryAccess {
    @Override
    public RepositoryCredentials credentials(RepositoryId repository) {
      return credentials;
    }

    @Override
    public GitTrust trust() {
      return GitTrust.DEFAULT;
    }
  }

  static Source source(String yaml) {
    return Source.of(Documents.mapping("source", yaml));
  }

  static RenderRequest request(String... sources) {
    List<Source> all = new ArrayList<>();
    for (String source : sources) {
      all.add(source(source));
    }
    return RenderRequest.of("guestbook", "team", "default", all.getFirst(), all);
  }

  Rendered render(String... sources) {
    return renderer.render(request(sources));
  }

  @Override
  public void close() {
    repositories.close();
    remote.close();
  }
}
