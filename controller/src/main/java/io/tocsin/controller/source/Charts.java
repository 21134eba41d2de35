package io.tocsin.controller.source;

import io.tocsin.controller.application.Source;
import io.tocsin.controller.git.GitTrust;
import io.tocsin.controller.git.RepositoryAccess;
import io.tocsin.controller.git.RepositoryCredentials;
import io.tocsin.controller.git.RepositoryId;
import io.tocsin.controller.helm.BuildEnvironment;
import io.tocsin.controller.helm.Helm;
import io.tocsin.controller.helm.HelmDetails;
import io.tocsin.controller.helm.HelmRequest;
import io.tocsin.controller.helm.SourceFiles;
import io.tocsin.controller.helm.chart.FileTree;
import io.tocsin.controller.helm.registry.FetchedChart;
import io.tocsin.controller.helm.registry.HttpFiles;
import io.tocsin.controller.helm.registry.RemoteCharts;
import io.tocsin.controller.helm.render.ChartRenderer;
import io.tocsin.controller.runtime.KubeObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Charts of applications, with the credentials of their repositories. Safe for many threads. */
public final class Charts implements AutoCloseable {
  private static final Pattern HOST = Pattern.compile("^(?:[a-z+]+://)?(?:[^/@]*@)?([^/:]*).*$");

  private final RepositoryAccess access;
  private final RemoteCharts remote;
  private final ChartRenderer renderer = new ChartRenderer();
  private final HttpFiles urls = new HttpFiles();
  private final Set<String> schemes;

  /**
   * @param schemes of URLs that value files may have; Argo CD's default is http and https
   */
  public Charts(RepositoryAccess access, RemoteCharts remote, Set<String> schemes) {
    this.access = access;
    this.remote = remote;
    this.schemes = Set.copyOf(schemes);
  }

  String resolve(RepositoryId repository, Source source, String revision) {
    return remote.resolve(reach(repository, source), source.chart(), revision);
  }

  FetchedChart fetch(RepositoryId repository, Source source, String version) {
    return remote.fetch(reach(repository, source), source.chart(), version);
  }

  /**
   * @param references other sources' files, by {@code $} and their refs
   */
  List<KubeObject> render(
      RenderRequest request,
      Source source,
      FileTree files,
      String folder,
      Map<String, FileTree> references,
      BuildEnvironment environment) {
    HelmRequest chart =
        new HelmRequest(
            HelmRequest.options(source),
            nameAlone(request.application()),
            request.namespace(),
            request.kubeVersion(),
            request.apiVersions(),
            environment);
    return helm(request.project())
        .render(chart, new SourceFiles(files, folder, references, urls, schemes));
  }

  HelmDetails details(
      RenderRequest request,
      Source source,
      FileTree files,
      String folder,
      Map<String, FileTree> references) {
    return helm(request.project())
        .details(
            HelmRequest.options(source), new SourceFiles(files, folder, references, urls, schemes));
  }

  @Override
  public void close() {
    urls.close();
  }

  private Helm helm(String project) {
    return new Helm(
        renderer, remote.dependencies(url -> reach(new RepositoryId(url, project), false)));
  }

  /** What stands behind the namespace. */
  private static String nameAlone(String application) {
    return application.substring(application.lastIndexOf('_') + 1);
  }

  private io.tocsin.controller.helm.registry.RepositoryAccess reach(
      RepositoryId repository, Source source) {
    return reach(repository, HelmRequest.options(source).passCredentials());
  }

  private io.tocsin.controller.helm.registry.RepositoryAccess reach(
      RepositoryId repository, boolean passCredentials) {
    RepositoryCredentials credentials = access.credentials(repository);
    Map<String, String> data = new HashMap<>(credentials.fields());
    data.put("url", repository.url());
    GitTrust trust = access.trust();
    String host = HOST.matcher(repository.url()).replaceFirst("$1");
    return io.tocsin.controller.helm.registry.RepositoryAccess.of(
            data, trust.certificates().getOrDefault(host, ""))
        .passingCredentials(passCredentials);
  }
}
