package io.tocsin.notifier.migrate;

import io.tocsin.notifier.lint.Severity;
import java.util.Comparator;

/**
 * Something that Tocsin does otherwise than Argo CD Notifications did.
 *
 * @param severity an error: something no longer works; a warning: other messages come, or to
 *     others; a note: nobody need do anything
 * @param object such as {@code ConfigMap argocd/argocd-notifications-cm}
 * @param key of the ConfigMap, an annotation, or another place in the object
 * @param what what differs; holds no secret
 * @param advice what to do
 */
public record Difference(Severity severity, String object, String key, String what, String advice)
    implements Comparable<Difference> {
  private static final Comparator<Difference> ORDER =
      Comparator.comparing(Difference::severity)
          .thenComparing(Difference::object)
          .thenComparing(Difference::key)
          .thenComparing(Difference::what);

  @Override
  public int compareTo(Difference other) {
    return ORDER.compare(this, other);
  }
}
