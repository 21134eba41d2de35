package io.tocsin.controller.health.rules;

import static io.tocsin.controller.health.rules.ConditionRule.degraded;
import static io.tocsin.controller.health.rules.ConditionRule.healthy;
import static io.tocsin.controller.health.rules.ConditionRule.truth;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.health.HealthRule;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Kinds that say in one condition whether they are well. */
final class ReadyKinds {
  /** Ready, with what is said while it is neither true nor false. */
  private static final Map<String, String> READY =
      Map.ofEntries(
          Map.entry("cert-manager.io/Issuer", "Initializing issuer"),
          Map.entry("cert-manager.io/ClusterIssuer", "Initializing ClusterIssuer"),
          Map.entry("certmanager.k8s.io/Issuer", "Initializing issuer"),
          Map.entry("certmanager.k8s.io/ClusterIssuer", "Initializing ClusterIssuer"),
          Map.entry("external-secrets.io/ExternalSecret", "Waiting for ExternalSecret"),
          Map.entry("external-secrets.io/PushSecret", "Waiting for PushSecret"),
          Map.entry("external-secrets.io/SecretStore", "Waiting for SecretStore"),
          Map.entry("external-secrets.io/ClusterSecretStore", "Waiting for ClusterSecretStore"),
          Map.entry("onepassword.com/OnePasswordItem", "Waiting for OnePasswordItem"),
          Map.entry("karpenter.sh/NodePool", "Waiting for NodePool to be ready"),
          Map.entry("karpenter.k8s.aws/EC2NodeClass", "Waiting for EC2NodeClass to be ready"),
          Map.entry("kyverno.io/Policy", "Waiting for Policy to be ready"),
          Map.entry("kyverno.io/ClusterPolicy", "Waiting for ClusterPolicy to be ready"),
          Map.entry("camel.apache.org/Integration", "Waiting for Integration"),
          Map.entry("astra.netapp.io/Application", "Waiting for Application"),
          Map.entry("capabilities.3scale.net/Tenant", "Waiting for Tenant"),
          Map.entry("k8s.mariadb.com/Database", "Waiting for Database"),
          Map.entry("k8s.mariadb.com/Grant", "Waiting for Grant"),
          Map.entry("k8s.mariadb.com/User", "Waiting for User"));

  /** Strimzi's kinds, with what is said while they are created. */
  private static final Map<String, String> STRIMZI =
      Map.of(
          "kafka.strimzi.io/Kafka", "Waiting for Kafka Cluster",
          "kafka.strimzi.io/KafkaBridge", "Waiting for Kafka Bridge",
          "kafka.strimzi.io/KafkaConnect", "Waiting for Kafka Connect",
          "kafka.strimzi.io/KafkaConnector", "Waiting for Kafka Connector",
          "kafka.strimzi.io/KafkaMirrorMaker2", "Waiting for Kafka Mirror Maker 2",
          "kafka.strimzi.io/KafkaNodePool", "Waiting for Kafka Node Pool",
          "kafka.strimzi.io/KafkaTopic", "Waiting for Kafka Topic",
          "kafka.strimzi.io/KafkaUser", "Waiting for Kafka User");

  private static final Map<String, HealthRule> RULES = rules();

  private ReadyKinds() {}

  static Optional<HealthRule> rule(String key) {
    return Optional.ofNullable(RULES.get(key));
  }

  private static Map<String, HealthRule> rules() {
    Map<String, HealthRule> rules = new HashMap<>();
    READY.forEach((key, waiting) -> rules.put(key, truth("Ready", waiting)));
    STRIMZI.forEach((key, waiting) -> rules.put(key, strimzi(waiting)));
    rules.put("argoproj.io/EventBus", truth("Deployed", "Waiting for EventBus"));
    rules.put("monitoring.coreos.com/Prometheus", truth("Available", "Waiting for initialization"));
    rules.put(
        "monitoring.coreos.com/Alertmanager", truth("Available", "Waiting for initialization"));
    return Map.copyOf(rules);
  }

  private static HealthRule strimzi(String waiting) {
    return live -> {
      boolean creating =
          Fields.conditions(live).stream()
              .anyMatch(
                  condition ->
                      condition.is("NotReady", "True") && condition.reason().equals("Creating"));
      return creating
          ? Health.progressing(waiting)
          : ConditionRule.of(waiting, degraded("NotReady", "True"), healthy("Ready", "True"))
              .judge(live);
    };
  }
}
