package io.tocsin.controller.helm.registry;

import io.tocsin.controller.helm.chart.HelmException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A registry that speaks the OCI distribution specification 1.1. Thread-safe. */
final class OciRegistry implements ChartOrigin {
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final List<String> CONTENT =
      List.of("application/vnd.cncf.helm.chart.content.v1.tar+gzip", "application/tar+gzip");
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?next\"?");
  private static final int LARGEST_LIST = 8 << 20;
  private static final int MOST_PAGES = 100;

  private final RepositoryAccess access;
  private final Http http;
  private final RegistryLogin login;
  private final String host;
  private final String path;

  OciRegistry(RepositoryAccess access, Http http) {
    this.access = access;
    this.http = http;
    this.login = new RegistryLogin(access, http);
    String url = access.url().replaceFirst("^https?://", "");
    int slash = url.indexOf('/');
    this.host = slash < 0 ? url : url.substring(0, slash);
    this.path = slash < 0 ? "" : url.substring(slash + 1) + "/";
  }

  private URI url(String rest) {
    try {
      return URI.create((access.plainHttp() ? "http://" : "https://") + host + "/v2/" + rest);
    } catch (IllegalArgumentException e) {
      throw new HelmException("the OCI registry " + access + " has no host", e);
    }
  }

  @Override
  public List<String> versions(String chart) {
    String repository = path + chart;
    List<String> versions = new ArrayList<>();
    URI next = url(repository + "/tags/list?n=1000");
    for (int i = 0; i < MOST_PAGES && next != null; i++) {
      Answer answer = login.get(repository, next, "application/json", LARGEST_LIST);
      if (answer.status() == 404) {
        return List.of();
      }
      if (Json.object(ok(answer)).get("tags") instanceof List<?> tags) {
        tags.forEach(tag -> versions.add(String.valueOf(tag).replace('_', '+')));
      }
      next = next(answer);
    }
    return versions;
  }

  /** The next page, which must be on the same host. */
  private URI next(Answer answer) {
    Matcher link = NEXT.matcher(answer.headers().firstValue("Link").orElse(""));
    if (!link.find()) {
      return null;
    }
    URI next = answer.url().resolve(link.group(1));
    return Http.isSameHost(answer.url(), next) ? next : null;
  }

  private static Answer ok(Answer answer) {
    if (!answer.isOk()) {
      throw new HelmException(
          "%s answered %d".formatted(Http.shown(answer.url()), answer.status()));
    }
    return answer;
  }

  @Override
  public byte[] archive(String chart, String version) {
    String repository = path + chart;
    String tag = version.replace('+', '_');
    URI manifestUrl = url(repository + "/manifests/" + tag);
    Answer manifest = ok(login.get(repository, manifestUrl, MANIFEST, LARGEST_LIST));
    String digest = layer(Json.object(manifest), manifestUrl);
    URI blobUrl = url(repository + "/blobs/" + digest);
    Answer blob = ok(login.get(repository, blobUrl, "application/octet-stream", LARGEST_ARCHIVE));
    return Digests.checked(blob.body(), digest, Http.shown(blobUrl));
  }

  private static String layer(Map<?, ?> manifest, URI url) {
    if (manifest.get("layers") instanceof List<?> layers) {
      for (Object item : layers) {
        if (item instanceof Map<?, ?> layer
            && CONTENT.contains(layer.get("mediaType"))
            && layer.get("digest") instanceof String digest
            && DIGEST.matcher(digest).matches()) {
          return digest;
        }
      }
    }
    throw new HelmException(Http.shown(url) + " is no manifest of a Helm chart");
  }

  @Override
  public void close() {
    http.close();
  }
}
