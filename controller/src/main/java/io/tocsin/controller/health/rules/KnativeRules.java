package io.tocsin.controller.health.rules;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.runtime.KubeObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Kinds of Knative: healthy when all of certain conditions are true, and none is not. */
final class KnativeRules {
  private static final Set<String> SERVICE = Set.of("ConfigurationsReady", "RoutesReady", "Ready");

  private KnativeRules() {}

  static Health service(KubeObject live) {
    List<Condition> conditions = Fields.conditions(live);
    if (live.at("status", "conditions") == null) {
      return Health.progressing("Waiting for status update.");
    }
    List<Condition> open =
        conditions.stream()
            .filter(
                condition ->
                    condition.status().equals("False") || condition.status().equals("Unknown"))
            .toList();
    long proven =
        conditions.stream()
            .filter(condition -> condition.status().equals("True"))
            .filter(condition -> SERVICE.contains(condition.type()))
            .count();
    if (open.isEmpty() && proven == SERVICE.size()) {
      return Health.healthy("Knative Service is healthy.");
    }
    String message = open.stream().map(KnativeRules::describe).collect(Collectors.joining());
    boolean failed = open.stream().anyMatch(condition -> condition.status().equals("False"));
    return failed ? Health.degraded(message) : Health.progressing(message);
  }

  private static String describe(Condition condition) {
    StringBuilder line = new StringBuilder(condition.type() + " is " + condition.status());
    if (!condition.reason().isEmpty()) {
      line.append(", since ").append(condition.reason()).append('.');
    }
    if (!condition.message().isEmpty()) {
      line.append(' ').append(condition.message());
    }
    return line.append('\n').toString();
  }
}
