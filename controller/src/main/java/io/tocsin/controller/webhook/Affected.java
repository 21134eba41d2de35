package io.tocsin.controller.webhook;

import io.tocsin.controller.application.Source;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.templates.functions.Versions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says whether an event concerns an Application, as Argo CD's util/webhook does. */
final class Affected {
  private Affected() {}

  /** The source that the event concerns, the first one if several. */
  static Optional<Source> source(WebhookEvent event, KubeObject application, List<Source> sources) {
    return sources.stream()
        .filter(
            source ->
                switch (event) {
                  case WebhookEvent.Push push -> concerned(push, application, source);
                  case WebhookEvent.Published published -> concerned(published, source);
                })
        .findFirst();
  }

  private static boolean concerned(WebhookEvent.Push push, KubeObject application, Source source) {
    String paths = application.annotations().getOrDefault(RefreshPaths.ANNOTATION, "");
    return push.urls().stream()
            .flatMap(url -> RepositoryPattern.of(url).stream())
            .anyMatch(pattern -> pattern.matches(source.repoUrl()))
        && moved(push, source.targetRevision())
        && RefreshPaths.of(paths, source.path()).concern(push.files());
  }

  private static boolean moved(WebhookEvent.Push push, String target) {
    String name = Payload.name(target);
    if (name.isEmpty() || name.equals("HEAD")) {
      return push.head();
    }
    boolean full = target.startsWith("refs/heads/") || target.startsWith("refs/tags/");
    return means(full ? name : target, push.revision());
  }

  private static boolean concerned(WebhookEvent.Published published, Source source) {
    String repository = plain(published.repository());
    String url = plain(source.repoUrl());
    boolean here =
        url.equals(repository)
            || (!source.chart().isEmpty() && plain(url + "/" + source.chart()).equals(repository));
    return here && means(source.targetRevision(), published.tag());
  }

  /** Whether the revision is the one that is asked for, or in the range of versions. */
  private static boolean means(String target, String revision) {
    if (target.equals(revision)) {
      return true;
    }
    try {
      return Versions.isVersion(revision) && Versions.allows(target, revision);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String plain(String url) {
    String lower = url.strip().toLowerCase(Locale.ROOT);
    String text = lower.startsWith("oci://") ? lower.substring("oci://".length()) : lower;
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
