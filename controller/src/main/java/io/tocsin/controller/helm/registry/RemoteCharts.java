package io.tocsin.controller.helm.registry;

import io.tocsin.controller.helm.DependencySource;
import io.tocsin.controller.helm.chart.Chart;
import io.tocsin.controller.helm.chart.ChartArchive;
import io.tocsin.controller.helm.chart.ChartDependency;
import io.tocsin.controller.helm.chart.ChartLoader;
import io.tocsin.controller.helm.chart.FileTree;
import io.tocsin.controller.helm.chart.HelmException;
import io.tocsin.templates.functions.Versions;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Fetches charts from Helm repositories and OCI registries. Thread-safe. */
public final class RemoteCharts implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final long CACHE = 128L << 20;

  /** A registry is not asked which versions it has when one is named in full. */
  private static final Pattern EXACT =
      Pattern.compile("v?\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?");

  private final Map<RepositoryAccess, ChartOrigin> origins = new ConcurrentHashMap<>();
  private final ArchiveCache cache = new ArchiveCache(CACHE);
  private final Clock clock;
  private final Duration timeout;

  public RemoteCharts() {
    this(Clock.systemUTC(), TIMEOUT);
  }

  /**
   * @param clock by which an index grows old after two minutes
   * @param timeout of each request
   */
  public RemoteCharts(Clock clock, Duration timeout) {
    this.clock = clock;
    this.timeout = timeout;
  }

  /**
   * The version that a revision stands for: itself where there is such a version, else the greatest
   * that meets it as a constraint.
   *
   * @param revision empty for the greatest that is no pre-release
   * @throws HelmException when there is none, or the repository cannot be read
   */
  public String resolve(RepositoryAccess access, String chart, String revision) {
    if (access.oci() && EXACT.matcher(revision).matches()) {
      return revision;
    }
    List<String> versions = origin(access).versions(chart);
    if (versions.contains(revision)) {
      return revision;
    }
    try {
      return Versions.greatest(revision.isEmpty() ? "*" : revision, versions)
          .orElseThrow(() -> none(access, chart, revision, versions.isEmpty()));
    } catch (IllegalArgumentException e) {
      throw none(access, chart, revision, versions.isEmpty());
    }
  }

  private static HelmException none(
      RepositoryAccess access, String chart, String revision, boolean unknown) {
    return new HelmException(
        unknown
            ? "the repository %s has no chart %s".formatted(access, chart)
            : "the chart %s in %s has no version that meets %s".formatted(chart, access, revision));
  }

  /**
   * The chart in the version that a revision stands for.
   *
   * @throws HelmException when it cannot be had
   */
  public FetchedChart fetch(RepositoryAccess access, String chart, String revision) {
    String version = resolve(access, chart, revision);
    Map<String, byte[]> files = new HashMap<>();
    ChartArchive.unpack(archive(access, chart, version))
        .forEach(file -> files.put(file.path(), file.data()));
    return new FetchedChart(chart, version, FileTree.of(files));
  }

  private byte[] archive(RepositoryAccess access, String chart, String version) {
    var key = new ArchiveCache.Key(access, chart, version);
    return cache
        .get(key)
        .orElseGet(
            () -> {
              byte[] archive = origin(access).archive(chart, version);
              cache.put(key, archive);
              return archive;
            });
  }

  /** Asks a repository anew for its versions when one is wanted next, given its URL. */
  public void forgetVersions(String url) {
    String wanted = RepositoryAccess.anonymous(url).url();
    origins.forEach(
        (access, origin) -> {
          if (access.url().equals(wanted)) {
            origin.forget();
          }
        });
  }

  /** Fetches charts of a repository anew when they are wanted next, given its URL. */
  public void forgetArchives(String url) {
    String wanted = RepositoryAccess.anonymous(url).url();
    cache.remove(key -> key.access().url().equals(wanted));
  }

  private ChartOrigin origin(RepositoryAccess access) {
    return origins.computeIfAbsent(
        access,
        _ -> {
          Http http = new Http(access, timeout);
          return access.oci()
              ? new OciRegistry(access, http)
              : new HelmRepository(access, http, clock);
        });
  }

  /**
   * The charts that other charts want.
   *
   * @param accesses finds how a URL is reached, such as {@code https://host/path} or {@code
   *     oci://host/path}
   */
  public DependencySource dependencies(Function<String, RepositoryAccess> accesses) {
    return wanted -> {
      if (!wanted.repository().contains("://")) {
        throw new HelmException(
            "the repository \"%s\" is no URL, and there are no aliases of repositories"
                .formatted(wanted.repository()));
      }
      return dependency(accesses.apply(wanted.repository()), wanted);
    };
  }

  private Chart dependency(RepositoryAccess access, ChartDependency wanted) {
    String version = resolve(access, wanted.chart(), wanted.version());
    return ChartLoader.archive(archive(access, wanted.chart(), version));
  }

  @Override
  public void close() {
    origins.values().forEach(ChartOrigin::close);
    origins.clear();
  }
}
