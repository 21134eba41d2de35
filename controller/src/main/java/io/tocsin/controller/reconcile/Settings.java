package io.tocsin.controller.reconcile;

import io.tocsin.controller.application.GoDurations;
import io.tocsin.controller.application.InvalidSpecException;
import io.tocsin.controller.compare.Tracking;
import io.tocsin.controller.compare.TrackingMethod;
import io.tocsin.controller.customization.ResourceCustomizations;
import io.tocsin.controller.health.HealthCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What {@code argocd-cm} says. Immutable; another instance stands for a change.
 *
 * @param tracking for no instance in particular
 * @param resync how old a comparison may grow; zero for any age
 * @param jitter by up to which it may grow older, so that not all are looked at at once
 * @param problems a sentence for each key that cannot be used
 */
record Settings(
    ResourceCustomizations customizations,
    HealthCheck health,
    Tracking tracking,
    ResourceFilter filter,
    Duration resync,
    Duration jitter,
    List<String> problems) {
  private static final Duration RESYNC = Duration.ofMinutes(2);
  private static final Duration JITTER = Duration.ofMinutes(1);

  static Settings of(Map<String, String> data, Clock clock) {
    ResourceCustomizations customizations = ResourceCustomizations.of(data);
    ResourceFilter filter = ResourceFilter.of(data);
    Tracking tracking =
        new Tracking(
            TrackingMethod.of(data.getOrDefault("application.resourceTrackingMethod", "")),
            data.getOrDefault("application.instanceLabelKey", Tracking.INSTANCE_LABEL),
            "",
            data.getOrDefault("installationID", ""));
    return new Settings(
        customizations,
        new HealthCheck(customizations, clock),
        tracking,
        filter,
        duration(data, "timeout.reconciliation", RESYNC),
        duration(data, "timeout.reconciliation.jitter", JITTER),
        Stream.concat(customizations.problems().stream(), filter.problems().stream()).toList());
  }

  private static Duration duration(Map<String, String> data, String key, Duration standard) {
    try {
      return data.containsKey(key) ? GoDurations.parse(data.get(key)) : standard;
    } catch (InvalidSpecException e) {
      return standard;
    }
  }

  /** How objects of one Application are marked. */
  Tracking tracking(String instance) {
    return new Tracking(
        tracking.method(), tracking.labelKey(), instance, tracking.installationId());
  }
}
