package io.tocsin.notifier.config;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.Plural;
import io.tocsin.embedded.selector.LabelSelector;
import java.util.List;

/**
 * A kind that is watched beside Applications: the key {@code resource.<name>}.
 *
 * @param group empty for the core group
 * @param version empty for the one that the API server prefers
 * @param type the kind, such as {@code Job}, or its plural, such as {@code jobs}
 * @param namespaces names, globs and {@code /regular expressions/}; empty for all
 * @param selector by labels, as its text
 * @param variable what conditions and templates call the object beside {@code obj}; empty for
 *     nothing else
 * @param annotationPrefix what annotations of subscriptions begin with, before the slash
 * @param defaultTriggers of a subscription that names none
 */
public record WatchedResource(
    String name,
    String group,
    String version,
    String type,
    List<String> namespaces,
    String selector,
    String variable,
    String annotationPrefix,
    List<String> defaultTriggers) {
  /** The prefix of Argo CD Notifications. */
  public static final String ANNOTATION_PREFIX = "notifications.argoproj.io";

  public WatchedResource {
    namespaces = List.copyOf(namespaces);
    defaultTriggers = List.copyOf(defaultTriggers);
  }

  /** The selector, parsed. */
  public LabelSelector labels() {
    return LabelSelector.parse(selector);
  }

  /**
   * Whether a manifest is of the kind. Of one that is named by its plural, it is what makes the
   * plural in English.
   */
  public boolean means(KubeObject manifest) {
    return group.equals(manifest.group())
        && (type.equals(manifest.kind()) || type.equals(Plural.of(manifest.kind())));
  }

  /** Group and type as people write them, such as {@code jobs.batch}. */
  public String title() {
    return group.isEmpty() ? type : type + "." + group;
  }
}
