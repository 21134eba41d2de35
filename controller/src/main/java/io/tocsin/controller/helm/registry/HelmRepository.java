package io.tocsin.controller.helm.registry;

import io.tocsin.controller.helm.chart.HelmException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A Helm repository: an index.yaml and the archives it names. Thread-safe. */
final class HelmRepository implements ChartOrigin {
  private static final int LARGEST_INDEX = 128 << 20;
  private static final Duration INDEX_AGE = Duration.ofMinutes(2);

  private record Fetched(Index index, Instant at) {}

  private final RepositoryAccess access;
  private final Http http;
  private final Clock clock;
  private final URI root;
  private Fetched fetched;

  HelmRepository(RepositoryAccess access, Http http, Clock clock) {
    this.access = access;
    this.http = http;
    this.clock = clock;
    this.root = root(access);
  }

  private static URI root(RepositoryAccess access) {
    try {
      URI url = URI.create(access.url() + "/");
      if ("https".equals(url.getScheme()) || "http".equals(url.getScheme())) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new HelmException("the Helm repository " + access + " is no http or https URL");
  }

  @Override
  public List<String> versions(String chart) {
    return index().versions(chart);
  }

  @Override
  public byte[] archive(String chart, String version) {
    ChartVersion entry = index().get(chart, version);
    URI url = url(entry);
    Answer answer = http.get(url, headers(url), LARGEST_ARCHIVE);
    if (!answer.isOk()) {
      throw new HelmException("%s answered %d".formatted(Http.shown(url), answer.status()));
    }
    return Digests.checked(answer.body(), entry.digest(), Http.shown(url));
  }

  private URI url(ChartVersion entry) {
    try {
      URI url = root.resolve(entry.url());
      if ("https".equals(url.getScheme()) || "http".equals(url.getScheme())) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new HelmException("the repository " + access + " has a chart at no URL: " + entry.url());
  }

  private Map<String, String> headers(URI url) {
    boolean mayKnow = access.passCredentials() || Http.isSameHost(root, url);
    return access.hasCredentials() && mayKnow
        ? Map.of("Authorization", Http.basic(access))
        : Map.of();
  }

  /** The index, fetched once in a while, by one thread at a time. */
  private synchronized Index index() {
    Instant now = clock.instant();
    if (fetched == null || fetched.at().plus(INDEX_AGE).isBefore(now)) {
      fetched = new Fetched(fetch(), now);
    }
    return fetched.index();
  }

  @Override
  public synchronized void forget() {
    fetched = null;
  }

  private Index fetch() {
    URI url = root.resolve("index.yaml");
    Answer answer = http.get(url, headers(url), LARGEST_INDEX);
    if (!answer.isOk()) {
      throw new HelmException("%s answered %d".formatted(Http.shown(url), answer.status()));
    }
    return Index.parse(new String(answer.body(), StandardCharsets.UTF_8), access.toString());
  }

  @Override
  public void close() {
    http.close();
  }
}
