package io.tocsin.controller.source;

import io.tocsin.controller.application.DirectoryOptions;
import io.tocsin.controller.application.Source;
import io.tocsin.controller.git.GitRepositories;
import io.tocsin.controller.git.RepositoryId;
import io.tocsin.controller.git.SingleFlight;
import io.tocsin.controller.helm.BuildEnvironment;
import io.tocsin.controller.helm.HelmRequest;
import io.tocsin.controller.helm.chart.FileTree;
import io.tocsin.controller.helm.chart.HelmException;
import io.tocsin.controller.kustomize.Kustomizations;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.tree.SourceException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Renders sources of applications. What was rendered is kept by all that it depends on, so that
 * asking again for the same commit costs nothing. Blocks; safe for many threads.
 */
public final class SourceRenderer {
  private static final DirectoryOptions PLAIN =
      new DirectoryOptions(
          false, "", "", new DirectoryOptions.Jsonnet(List.of(), List.of(), List.of()));

  private final GitRepositories repositories;
  private final Charts charts;
  private final Kustomizations kustomizations;
  private final long directoryLimit;
  private final RenderCache cache;
  private final SingleFlight<Key, Rendered> rendering = new SingleFlight<>();

  /** All that the manifests depend on. */
  private record Key(RenderRequest request, String revision, Map<String, String> referredTo) {}

  /**
   * @param limits of what is read and kept
   */
  public SourceRenderer(
      GitRepositories repositories,
      Charts charts,
      Kustomizations kustomizations,
      RenderLimits limits) {
    this.repositories = repositories;
    this.charts = charts;
    this.kustomizations = kustomizations;
    this.directoryLimit = limits.directory();
    this.cache = new RenderCache(limits.cache());
  }

  /**
   * The commit, or the chart's version, that is meant now.
   *
   * @throws SourceException in a sentence, where there is none
   */
  public String resolve(RenderRequest request) {
    Source source = request.source();
    RepositoryId id = repository(request, source);
    String revision = request.revision().orElse(source.targetRevision());
    return source.chart().isEmpty()
        ? repositories.resolve(id, revision)
        : inASentence(() -> charts.resolve(id, source, revision));
  }

  /**
   * The manifests of a source.
   *
   * @throws SourceException in a sentence, for all that goes wrong; {@link
   *     SourceException#isPassing} where trying again may help
   */
  public Rendered render(RenderRequest request) {
    String revision = resolve(request);
    if (isOnlyReferredTo(request.source())) {
      return new Rendered(List.of(), "", revision);
    }
    Key key = new Key(request, revision, referredTo(request));
    return cache.get(key).orElseGet(() -> rendering.ask(key, () -> renderAnew(key)).value());
  }

  /** Renders anew what is wanted next of an application, by the name that its requests have. */
  public void forget(String application) {
    cache.remove(
        key -> key instanceof Key each && each.request().application().equals(application));
  }

  /**
   * What {@code repo.GetAppDetails} tells.
   *
   * @throws SourceException in a sentence, for all that goes wrong
   */
  public SourceDetails details(RenderRequest request) {
    Key key = new Key(request, resolve(request), referredTo(request));
    OpenSource open = open(key);
    return inASentence(
        () ->
            switch (open.type()) {
              case HELM ->
                  new SourceDetails(
                      open.type().text(),
                      Optional.of(
                          charts.details(
                              request,
                              open.source(),
                              open.files(),
                              open.folder(),
                              references(key))),
                      List.of());
              case KUSTOMIZE ->
                  new SourceDetails(
                      open.type().text(),
                      Optional.empty(),
                      ImageList.of(render(request).manifests()));
              case DIRECTORY -> new SourceDetails(open.type().text(), Optional.empty(), List.of());
            });
  }

  private static boolean isOnlyReferredTo(Source source) {
    return source.chart().isEmpty() && source.path().isEmpty() && !source.ref().isEmpty();
  }

  private Rendered renderAnew(Key key) {
    Optional<Rendered> meanwhile = cache.get(key);
    if (meanwhile.isPresent()) {
      return meanwhile.get();
    }
    OpenSource open = open(key);
    Rendered rendered =
        new Rendered(inASentence(() -> manifests(key, open)), open.type().text(), open.revision());
    cache.put(key, rendered);
    return rendered;
  }

  private List<KubeObject> manifests(Key key, OpenSource open) {
    RenderRequest request = key.request();
    BuildEnvironment environment = environment(request, open.revision());
    return switch (open.type()) {
      case HELM ->
          charts.render(
              request, open.source(), open.files(), open.folder(), references(key), environment);
      case KUSTOMIZE ->
          kustomizations.build(
              open.tree(), open.folder(), open.source().kustomize(), environment::substitute);
      case DIRECTORY ->
          new DirectoryManifests(
                  open.tree(),
                  open.folder(),
                  open.source().directory().orElse(PLAIN),
                  environment,
                  directoryLimit)
              .read();
    };
  }

  private static BuildEnvironment environment(RenderRequest request, String revision) {
    Source source = request.source();
    return BuildEnvironment.of(
        request.application(),
        request.namespace(),
        request.project(),
        revision,
        source.repoUrl(),
        source.path(),
        source.targetRevision());
  }

  private OpenSource open(Key key) {
    RenderRequest request = key.request();
    Source source = request.source();
    RepositoryId id = repository(request, source);
    if (!source.chart().isEmpty()) {
      return inASentence(() -> OpenSource.of(source, charts.fetch(id, source, key.revision())));
    }
    if (source.path().isEmpty()) {
      throw new SourceException("the source of %s has neither a path nor a chart".formatted(id));
    }
    return OpenSource.of(source, repositories.tree(id, key.revision()), request.application());
  }

  /** The commits of sources whose files are referred to. */
  private Map<String, String> referredTo(RenderRequest request) {
    Map<String, String> commits = new TreeMap<>();
    for (Source sibling : request.siblings()) {
      if (!sibling.ref().isEmpty()
          && sibling.chart().isEmpty()
          && refersTo(request.source(), sibling.ref())) {
        String revision =
            request.refRevisions().getOrDefault(sibling.ref(), sibling.targetRevision());
        commits.put(sibling.ref(), repositories.resolve(repository(request, sibling), revision));
      }
    }
    return commits;
  }

  private static boolean refersTo(Source source, String ref) {
    String beginning = "$" + ref + "/";
    var options = HelmRequest.options(source);
    return Stream.concat(
            options.valueFiles().stream(),
            options.fileParameters().stream().map(file -> file.path()))
        .anyMatch(path -> path.startsWith(beginning));
  }

  private Map<String, FileTree> references(Key key) {
    Map<String, FileTree> trees = new HashMap<>();
    for (Source sibling : key.request().siblings()) {
      String commit = key.referredTo().get(sibling.ref());
      if (commit != null && sibling.chart().isEmpty()) {
        RepositoryId id = repository(key.request(), sibling);
        trees.put("$" + sibling.ref(), new HelmFiles(repositories.tree(id, commit)));
      }
    }
    return trees;
  }

  private static RepositoryId repository(RenderRequest request, Source source) {
    return new RepositoryId(source.repoUrl(), request.project());
  }

  private static <T> T inASentence(Supplier<T> work) {
    try {
      return work.get();
    } catch (HelmException e) {
      throw new SourceException(e.getMessage(), e);
    }
  }
}
