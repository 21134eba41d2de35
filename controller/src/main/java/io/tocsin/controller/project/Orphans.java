package io.tocsin.controller.project;

import io.tocsin.controller.application.AppProject;
import io.tocsin.controller.application.AppProject.OrphanedResources;
import io.tocsin.controller.application.AppProject.ResourceRule;
import io.tocsin.controller.runtime.ResourceKey;
import java.util.Optional;

/**
 * Which objects of an Application's namespaces are orphans: what nobody owns, less what every
 * namespace has and what the project leaves out.
 *
 * @param settings absent when the project does not look for orphans
 */
public record Orphans(Optional<OrphanedResources> settings) {
  public static Orphans of(AppProject project) {
    return new Orphans(project.orphanedResources());
  }

  /** Whether they are to be looked for. */
  public boolean watched() {
    return settings.isPresent();
  }

  /** Whether the Application is to have an {@code OrphanedResourceWarning}. */
  public boolean warn() {
    return settings.map(OrphanedResources::warn).orElse(false);
  }

  /** Whether an object that no Application owns counts. */
  public boolean counts(ResourceKey key) {
    return settings.isPresent()
        && !isEverywhere(key)
        && settings.get().ignore().stream().noneMatch(rule -> fits(rule, key));
  }

  private static boolean isEverywhere(ResourceKey key) {
    if (!key.group().isEmpty()) {
      return false;
    }
    return switch (key.kind()) {
      case "Service" -> key.namespace().equals("default") && key.name().equals("kubernetes");
      case "ServiceAccount" -> key.name().equals("default");
      case "ConfigMap" -> key.name().equals("kube-root-ca.crt");
      default -> false;
    };
  }

  private static boolean fits(ResourceRule rule, ResourceKey key) {
    return (rule.kind().isEmpty() || Glob.of(rule.kind()).matches(key.kind()))
        && Glob.of(rule.group()).matches(key.group())
        && (rule.name().isEmpty() || Glob.of(rule.name()).matches(key.name()));
  }
}
