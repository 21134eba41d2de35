package io.tocsin.controller.health.rules;

import static io.tocsin.controller.health.rules.Fields.maps;
import static io.tocsin.controller.health.rules.Fields.text;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.health.HealthRule;
import io.tocsin.controller.runtime.KubeObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Kinds of the Gateway API: Accepted and ResolvedRefs must not be false, Programmed must be true
 * where it stands; at each listener of a gateway and each parent of a route. Conditions of an older
 * generation do not count.
 */
final class GatewayRules {
  private static final String GROUP = "gateway.networking.k8s.io/";

  private static final Map<String, HealthRule> RULES =
      Map.of(
          GROUP + "Gateway", GatewayRules::gateway,
          GROUP + "GatewayClass", GatewayRules::gatewayClass,
          GROUP + "HTTPRoute", GatewayRules::route,
          GROUP + "GRPCRoute", GatewayRules::route,
          GROUP + "TLSRoute", GatewayRules::route,
          GROUP + "TCPRoute", GatewayRules::route);

  private GatewayRules() {}

  static Optional<HealthRule> rule(String key) {
    return Optional.ofNullable(RULES.get(key));
  }

  static Health gateway(KubeObject live) {
    Stream<Optional<Health>> listeners =
        maps(live, "status", "listeners").stream()
            .map(listener -> verdict(conditions(listener), "Listener: "));
    return Stream.concat(Stream.of(verdict(Fields.conditions(live), "")), listeners)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> settled(live));
  }

  private static Health settled(KubeObject live) {
    return live.list("status", "listeners").isEmpty() && live.at("status", "conditions") == null
        ? Health.progressing("Waiting for Gateway status")
        : Health.healthy("Gateway is healthy");
  }

  static Health route(KubeObject live) {
    List<Map<?, ?>> parents =
        maps(live, "status", "parents").stream()
            .filter(parent -> isCurrent(live, conditions(parent)))
            .toList();
    for (Map<?, ?> parent : parents) {
      String name = text(Fields.map(parent.get("parentRef")), "name");
      Optional<Health> verdict = verdict(conditions(parent), "Parent " + name + ": ");
      if (verdict.isPresent()) {
        return verdict.get();
      }
    }
    return parents.isEmpty()
        ? Health.progressing("Waiting for " + live.kind() + " status")
        : Health.healthy(live.kind() + " is healthy");
  }

  private static boolean isCurrent(KubeObject live, List<Condition> conditions) {
    long generation = Fields.number(live, "metadata", "generation");
    return !conditions.isEmpty()
        && (generation == 0
            || conditions.stream()
                .mapToLong(Condition::observedGeneration)
                .allMatch(observed -> observed < 0 || observed == generation));
  }

  static Health gatewayClass(KubeObject live) {
    return Fields.conditions(live).stream()
        .filter(condition -> condition.type().equals("Accepted"))
        .filter(condition -> isCurrent(live, List.of(condition)))
        .findFirst()
        .map(GatewayRules::accepted)
        .orElse(Health.progressing("Waiting for GatewayClass status"));
  }

  private static Health accepted(Condition condition) {
    return switch (condition.status()) {
      case "True" -> Health.healthy(condition.message());
      case "False" -> Health.degraded(condition.message());
      default -> Health.progressing(condition.message());
    };
  }

  private static List<Condition> conditions(Map<?, ?> map) {
    return map.get("conditions") instanceof List<?> list
        ? list.stream().map(Fields::map).map(Condition::of).toList()
        : List.of();
  }

  private static Optional<Health> verdict(List<Condition> conditions, String where) {
    return failed(conditions, "ResolvedRefs")
        .or(() -> failed(conditions, "Accepted"))
        .map(condition -> Health.degraded(where + condition.message()))
        .or(
            () ->
                conditions.stream()
                    .filter(condition -> condition.type().equals("Programmed"))
                    .filter(condition -> !condition.status().equals("True"))
                    .findFirst()
                    .map(condition -> Health.progressing(where + condition.message())));
  }

  private static Optional<Condition> failed(List<Condition> conditions, String type) {
    return conditions.stream().filter(condition -> condition.is(type, "False")).findFirst();
  }
}
