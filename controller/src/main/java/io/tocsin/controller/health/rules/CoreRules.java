package io.tocsin.controller.health.rules;

import static io.tocsin.controller.health.rules.Fields.text;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.runtime.KubeObject;

/** Kinds with a rule of a few lines. */
final class CoreRules {
  private CoreRules() {}

  static Health service(KubeObject live) {
    return text(live, "spec", "type").equals("LoadBalancer") ? ingress(live) : Health.healthy("");
  }

  static Health ingress(KubeObject live) {
    return live.list("status", "loadBalancer", "ingress").isEmpty()
        ? Health.progressing("")
        : Health.healthy("");
  }

  static Health claim(KubeObject live) {
    return switch (text(live, "status", "phase")) {
      case "Lost" -> Health.degraded("");
      case "Pending" -> Health.progressing("");
      case "Bound" -> Health.healthy("");
      default -> Health.unknown("");
    };
  }

  static Health apiService(KubeObject live) {
    return Fields.conditions(live).stream()
        .filter(condition -> condition.type().equals("Available"))
        .findFirst()
        .map(CoreRules::available)
        .orElse(Health.progressing("Waiting to be processed"));
  }

  private static Health available(Condition condition) {
    String message = condition.reason() + ": " + condition.message();
    return condition.status().equals("True")
        ? Health.healthy(message)
        : Health.progressing(message);
  }

  static Health workflow(KubeObject live) {
    String message = text(live, "status", "message");
    return switch (text(live, "status", "phase")) {
      case "", "Pending", "Running" -> Health.progressing(message);
      case "Succeeded" -> Health.healthy(message);
      case "Failed", "Error" -> Health.degraded(message);
      default -> Health.unknown(message);
    };
  }
}
