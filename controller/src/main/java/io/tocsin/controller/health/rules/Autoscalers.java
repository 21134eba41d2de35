package io.tocsin.controller.health.rules;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.runtime.KubeObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** HorizontalPodAutoscalers of all versions; {@code autoscaling/v1} hides conditions in JSON. */
final class Autoscalers {
  private static final String CONDITIONS = "autoscaling.alpha.kubernetes.io/conditions";
  private static final Set<String> FAILURES =
      Set.of(
          "AbleToScale/FailedGetScale",
          "AbleToScale/FailedUpdateScale",
          "ScalingActive/FailedGetResourceMetric",
          "ScalingActive/FailedGetObjectMetric",
          "ScalingActive/FailedGetPodsMetric",
          "ScalingActive/FailedGetExternalMetric",
          "ScalingActive/FailedComputeMetricsReplicas",
          "ScalingActive/InvalidSelector");

  private Autoscalers() {}

  static Health judge(KubeObject live) {
    List<Condition> conditions;
    try {
      conditions = live.apiVersion().endsWith("/v1") ? annotated(live) : Fields.conditions(live);
    } catch (JacksonException e) {
      return Health.unknown(
          "annotation " + CONDITIONS + " is no JSON list of conditions: " + e.getOriginalMessage());
    }
    for (Condition condition : conditions) {
      if (FAILURES.contains(condition.type() + "/" + condition.reason())) {
        return Health.degraded(condition.message());
      }
    }
    for (Condition condition : conditions) {
      if (condition.is("AbleToScale", "True") || condition.is("ScalingLimited", "True")) {
        return Health.healthy(condition.message());
      }
    }
    return Health.progressing("Waiting to Autoscale");
  }

  private static List<Condition> annotated(KubeObject live) {
    String json = live.annotations().getOrDefault(CONDITIONS, "[]");
    return List.of(JsonMapper.shared().readValue(json, Map[].class)).stream()
        .map(map -> Condition.of((Map<?, ?>) map))
        .toList();
  }
}
