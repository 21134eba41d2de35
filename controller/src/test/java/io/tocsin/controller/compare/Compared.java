package io.tocsin.controller.compare;

import static io.tocsin.controller.customization.Manifests.object;

import io.tocsin.controller.application.IgnoreDifference;
import io.tocsin.controller.customization.ResourceCustomizations;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKey;
import io.tocsin.controller.runtime.Trees;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Compares in tests: tracked by a label that no object has, in the namespace {@code ns}. */
final class Compared {
  private static final Tracking TRACKING = new Tracking(TrackingMethod.LABEL, "none", "app", "");

  private Compared() {}

  static CompareSettings settings(Map<String, String> argocdCm, IgnoreDifference... ignored) {
    ResourceCustomizations customizations = ResourceCustomizations.of(argocdCm);
    return CompareSettings.standard(
        TRACKING,
        "ns",
        (group, kind) -> Optional.of(!kind.startsWith("Cluster")),
        IgnoreRules.of(List.of(ignored), customizations),
        customizations);
  }

  static CompareSettings settings() {
    return settings(Map.of());
  }

  static CompareSettings applying(CompareSettings settings) {
    return with(settings, true, Optional.empty());
  }

  static CompareSettings asking(CompareSettings settings, DryRun dryRun) {
    return with(settings, false, Optional.of(dryRun));
  }

  private static CompareSettings with(
      CompareSettings settings, boolean serverSideApply, Optional<DryRun> dryRun) {
    return new CompareSettings(
        settings.tracking(),
        settings.namespace(),
        settings.scopes(),
        settings.ignore(),
        settings.customizations(),
        serverSideApply,
        dryRun,
        false);
  }

  static Difference difference(CompareSettings settings, String target, String live) {
    return new ObjectComparer(settings).compare(object(target), object(live));
  }

  static boolean differs(String target, String live) {
    return difference(settings(), target, live).modified();
  }

  /** As kubectl leaves it: the live object with what was applied in its annotation. */
  static KubeObject applied(String lastApplied, String live) {
    String json = JsonMapper.shared().writeValueAsString(object(lastApplied).content());
    return new KubeObject(
        Trees.with(
            object(live).content(), json, "metadata", "annotations", ObjectComparer.LAST_APPLIED));
  }

  static Comparison compare(
      CompareSettings settings, List<KubeObject> targets, KubeObject... live) {
    Map<ResourceKey, KubeObject> byKey = new HashMap<>();
    for (KubeObject object : live) {
      byKey.put(ResourceKey.of(object), object);
    }
    return new Comparer(settings).compare(targets, byKey);
  }
}
