package io.tocsin.controller.application;

import io.tocsin.controller.runtime.KubeObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An AppProject as the controller reads it.
 *
 * @param namespaceResourceWhitelist absent for all, which an empty list is not
 * @param orphanedResources absent when orphans are nobody's concern
 * @param signatureKeys the keys that commits must be signed with
 */
public record AppProject(
    KubeObject object,
    List<String> sourceRepos,
    List<String> sourceNamespaces,
    List<Destination> destinations,
    List<ResourceRule> clusterResourceWhitelist,
    List<ResourceRule> clusterResourceBlacklist,
    Optional<List<ResourceRule>> namespaceResourceWhitelist,
    List<ResourceRule> namespaceResourceBlacklist,
    List<SyncWindow> syncWindows,
    Optional<OrphanedResources> orphanedResources,
    boolean permitOnlyProjectScopedClusters,
    List<String> signatureKeys,
    List<ServiceAccountRule> destinationServiceAccounts) {
  /** Kinds, and of those of the cluster names, by glob; an empty name fits all. */
  public record ResourceRule(String group, String kind, String name) {
    static ResourceRule read(Fields fields) {
      return new ResourceRule(fields.text("group"), fields.text("kind"), fields.text("name"));
    }
  }

  /** Whether orphans are warned of, and which are left out, by glob; empty parts fit all. */
  public record OrphanedResources(boolean warn, List<ResourceRule> ignore) {
    static OrphanedResources read(Fields fields) {
      return new OrphanedResources(
          fields.flag("warn"), fields.objects("ignore", ResourceRule::read));
    }
  }

  /** The account that syncs to a destination act as, by glob. */
  public record ServiceAccountRule(String server, String namespace, String defaultServiceAccount) {
    static ServiceAccountRule read(Fields fields) {
      return new ServiceAccountRule(
          fields.text("server"), fields.text("namespace"), fields.text("defaultServiceAccount"));
    }
  }

  /**
   * Reads an AppProject.
   *
   * @throws InvalidSpecException when a field has the wrong type
   */
  public static AppProject of(KubeObject object) {
    Fields spec = Fields.of(object.content()).object("spec").orElse(Fields.of(Map.of()));
    return new AppProject(
        object,
        spec.texts("sourceRepos"),
        spec.texts("sourceNamespaces"),
        spec.objects("destinations", Destination::read),
        spec.objects("clusterResourceWhitelist", ResourceRule::read),
        spec.objects("clusterResourceBlacklist", ResourceRule::read),
        spec.hasList("namespaceResourceWhitelist")
            ? Optional.of(spec.objects("namespaceResourceWhitelist", ResourceRule::read))
            : Optional.empty(),
        spec.objects("namespaceResourceBlacklist", ResourceRule::read),
        spec.objects("syncWindows", SyncWindow::read),
        spec.object("orphanedResources").map(OrphanedResources::read),
        spec.flag("permitOnlyProjectScopedClusters"),
        spec.objects("signatureKeys", each -> each.text("keyID")),
        spec.objects("destinationServiceAccounts", ServiceAccountRule::read));
  }

  public String name() {
    return object.name();
  }
}
