package io.tocsin.controller.application;

import java.util.Map;
import java.util.Optional;

/** When and how an Application is synced. */
public record SyncPolicy(
    Optional<Automated> automated,
    SyncOptions options,
    Optional<Retry> retry,
    Optional<ManagedNamespaceMetadata> managedNamespaceMetadata) {
  public static final SyncPolicy NONE =
      new SyncPolicy(Optional.empty(), SyncOptions.NONE, Optional.empty(), Optional.empty());

  /**
   * Syncs without being asked.
   *
   * @param enabled true unless it is said to be false
   */
  public record Automated(boolean enabled, boolean prune, boolean selfHeal, boolean allowEmpty) {
    static Automated read(Fields fields) {
      return new Automated(
          fields.flag("enabled", true),
          fields.flag("prune"),
          fields.flag("selfHeal"),
          fields.flag("allowEmpty"));
    }
  }

  /** What a namespace that the sync creates is labelled and annotated with. */
  public record ManagedNamespaceMetadata(
      Map<String, String> labels, Map<String, String> annotations) {
    static ManagedNamespaceMetadata read(Fields fields) {
      return new ManagedNamespaceMetadata(fields.strings("labels"), fields.strings("annotations"));
    }

    Map<String, Object> written() {
      return new Written().map("labels", labels).map("annotations", annotations).done();
    }
  }

  static SyncPolicy read(Fields fields) {
    return new SyncPolicy(
        fields.object("automated").map(Automated::read),
        new SyncOptions(fields.texts("syncOptions")),
        fields.object("retry").map(Retry::read),
        fields.object("managedNamespaceMetadata").map(ManagedNamespaceMetadata::read));
  }
}
