package io.tocsin.controller.health;

import io.tocsin.controller.customization.ResourceCustomization;
import io.tocsin.controller.customization.ResourceCustomizations;
import io.tocsin.controller.health.lua.LuaLimits;
import io.tocsin.controller.health.rules.Rules;
import io.tocsin.controller.runtime.KubeObject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Judges live objects: by deletion, then by the scripts of {@code argocd-cm}, then by the rules
 * that are built in. Safe for use by several threads; make a new one when {@code argocd-cm}
 * changes.
 */
public final class HealthCheck {
  private final ResourceCustomizations customizations;
  private final Clock clock;
  private final Map<String, HealthScript> scripts = new ConcurrentHashMap<>();

  public HealthCheck(ResourceCustomizations customizations, Clock clock) {
    this.customizations = customizations;
    this.clock = clock;
  }

  /**
   * How the object is; empty where nothing is known about its kind, or its script says nothing. A
   * script that fails makes its object Unknown.
   */
  public Optional<Health> of(KubeObject live) {
    if (live.at("metadata", "deletionTimestamp") != null && !HookAnnotations.hasFinalizer(live)) {
      return Optional.of(Health.progressing("Pending deletion"));
    }
    Optional<ResourceCustomization> custom =
        customizations.first(live.group(), live.kind(), entry -> !entry.healthLua().isEmpty());
    return custom.isPresent()
        ? script(custom.get().healthLua()).judge(live)
        : Rules.of(live.group(), live.kind()).map(rule -> rule.judge(live));
  }

  private HealthScript script(String source) {
    return scripts.computeIfAbsent(
        source, text -> HealthScript.compile(text, LuaLimits.DEFAULT, clock));
  }
}
