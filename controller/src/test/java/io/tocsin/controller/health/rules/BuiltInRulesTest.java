package io.tocsin.controller.health.rules;

import static io.tocsin.controller.customization.Manifests.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.runtime.KubeObject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuiltInRulesTest {
  private static final String WAITING = "Waiting for rollout to finish: ";

  @Test
  void aDeploymentIsHealthyWhenAllReplicasAreNewAndAvailable() {
    assertThat(deployment("{replicas: 2}", "{}")).isEqualTo(Health.healthy(""));
    assertThat(deployment("{replicas: 2, paused: true}", "{}"))
        .isEqualTo(Health.suspended("Deployment is paused"));
    assertThat(deployment("{replicas: 2}", "{observedGeneration: 1}"))
        .isEqualTo(
            Health.progressing(
                WAITING + "observed deployment generation less than desired generation"));
    assertThat(deployment("{replicas: 2}", "{updatedReplicas: 1}"))
        .isEqualTo(Health.progressing(WAITING + "1 out of 2 new replicas have been updated..."));
    assertThat(deployment("{replicas: 2}", "{replicas: 3}"))
        .isEqualTo(Health.progressing(WAITING + "1 old replicas are pending termination..."));
    assertThat(deployment("{replicas: 2}", "{availableReplicas: 1}"))
        .isEqualTo(Health.progressing(WAITING + "1 of 2 updated replicas are available..."));
    assertThat(
            deployment(
                "{replicas: 2}",
                "{conditions: [{type: Progressing, reason: ProgressDeadlineExceeded}]}"))
        .isEqualTo(Health.degraded("Deployment \"web\" exceeded its progress deadline"));
  }

  /** With a status in which all is well, but for what is given. */
  private static Health deployment(String spec, String status) {
    KubeObject frame =
        object(
            "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, generation: 2}\nspec: "
                + spec);
    Map<String, Object> fields = new HashMap<>();
    fields.put("observedGeneration", 2L);
    fields.put("replicas", 2L);
    fields.put("updatedReplicas", 2L);
    fields.put("availableReplicas", 2L);
    fields.putAll(object(status).content());
    Map<String, Object> content = new HashMap<>(frame.content());
    content.put("status", fields);
    return Workloads.deployment(new KubeObject(content));
  }

  @Test
  void aStatefulSetIsFollowedRevisionByRevision() {
    assertThat(statefulSet("{}", "{}"))
        .isEqualTo(Health.progressing("Waiting for statefulset spec update to be observed..."));
    assertThat(statefulSet("{replicas: 3}", "{observedGeneration: 1, readyReplicas: 1}"))
        .isEqualTo(Health.progressing("Waiting for 2 pods to be ready..."));
    assertThat(
            statefulSet(
                "{replicas: 3, updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 1}}}",
                "{observedGeneration: 1, readyReplicas: 3, updatedReplicas: 1}"))
        .isEqualTo(
            Health.progressing(
                "Waiting for partitioned roll out to finish: 1 out of 2 new pods have been updated..."));
    assertThat(statefulSet("{updateStrategy: {type: OnDelete}}", "{observedGeneration: 1}"))
        .isEqualTo(Health.healthy("statefulset has 0 ready pods"));
    assertThat(statefulSet("{}", "{observedGeneration: 1, currentRevision: a, updateRevision: b}"))
        .isEqualTo(
            Health.progressing(
                "waiting for statefulset rolling update to complete 0 pods at revision b..."));
  }

  private static Health statefulSet(String spec, String status) {
    return judge(
        "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db, generation: 1}\nspec: %s\nstatus: %s\n"
            .formatted(spec, status));
  }

  @Test
  void aDaemonSetWaitsForAllItsPods() {
    assertThat(daemonSet("{desiredNumberScheduled: 2, updatedNumberScheduled: 1}"))
        .isEqualTo(
            Health.progressing(
                "Waiting for daemon set \"agent\" rollout to finish: 1 out of 2 new pods have been updated..."));
    assertThat(
            daemonSet("{desiredNumberScheduled: 2, updatedNumberScheduled: 2, numberAvailable: 1}"))
        .isEqualTo(
            Health.progressing(
                "Waiting for daemon set \"agent\" rollout to finish: 1 of 2 updated pods are available..."));
    assertThat(daemonSet("{}")).isEqualTo(Health.healthy(""));
  }

  private static Health daemonSet(String status) {
    return judge(
        "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent}\nstatus: " + status);
  }

  @Test
  void aReplicaSetThatCannotMakePodsIsDegraded() {
    assertThat(
            judge(
                """
                apiVersion: apps/v1
                kind: ReplicaSet
                spec: {replicas: 1}
                status: {conditions: [{type: ReplicaFailure, status: "True", message: quota}]}
                """))
        .isEqualTo(Health.degraded("quota"));
  }

  @Test
  void aJobIsWhatItsConditionsSay() {
    assertThat(job("[]")).isEqualTo(Health.progressing(""));
    assertThat(job("[{type: Complete, status: 'True', message: ok}]"))
        .isEqualTo(Health.healthy("ok"));
    assertThat(job("[{type: Failed, message: no}, {type: Complete, message: ok}]"))
        .isEqualTo(Health.degraded("no"));
    assertThat(job("[{type: Suspended, status: 'True', message: later}]"))
        .isEqualTo(Health.suspended("later"));
    assertThat(job("[{type: Suspended, status: 'False', message: resumed}]"))
        .isEqualTo(Health.healthy("resumed"));
  }

  private static Health job(String conditions) {
    return judge("apiVersion: batch/v1\nkind: Job\nstatus: {conditions: " + conditions + "}");
  }

  @Test
  void anAutoscalerOfTheFirstVersionHidesItsConditionsInAnAnnotation() {
    assertThat(autoscaler("[{\"type\":\"AbleToScale\",\"status\":\"True\",\"message\":\"fine\"}]"))
        .isEqualTo(Health.healthy("fine"));
    assertThat(
            autoscaler(
                "[{\"type\":\"ScalingActive\",\"reason\":\"FailedGetResourceMetric\",\"message\":\"none\"}]"))
        .isEqualTo(Health.degraded("none"));
    assertThat(autoscaler("[]")).isEqualTo(Health.progressing("Waiting to Autoscale"));
    assertThat(autoscaler("{").message()).startsWith("annotation autoscaling");
  }

  private static Health autoscaler(String annotation) {
    return judge(
        """
        apiVersion: autoscaling/v1
        kind: HorizontalPodAutoscaler
        metadata: {annotations: {autoscaling.alpha.kubernetes.io/conditions: '%s'}}
        """
            .formatted(annotation));
  }

  @Test
  void anAutoscalerOfLaterVersionsHasConditions() {
    for (String version : new String[] {"v2", "v2beta1", "v2beta2"}) {
      assertThat(
              judge(
                  "apiVersion: autoscaling/"
                      + version
                      + "\nkind: HorizontalPodAutoscaler\nstatus: {conditions: [{type: ScalingLimited, status: 'True', message: m}]}"))
          .isEqualTo(Health.healthy("m"));
    }
  }

  @Test
  void aLoadBalancerWaitsForItsAddress() {
    assertThat(judge("{apiVersion: v1, kind: Service, spec: {type: ClusterIP}}"))
        .isEqualTo(Health.healthy(""));
    assertThat(judge("{apiVersion: v1, kind: Service, spec: {type: LoadBalancer}}"))
        .isEqualTo(Health.progressing(""));
    assertThat(
            judge(
                "{apiVersion: networking.k8s.io/v1, kind: Ingress, status: {loadBalancer: {ingress: [{ip: 10.0.0.1}]}}}"))
        .isEqualTo(Health.healthy(""));
  }

  @Test
  void aClaimIsHealthyWhenItIsBound() {
    assertThat(claim("Bound")).isEqualTo(Health.healthy(""));
    assertThat(claim("Pending")).isEqualTo(Health.progressing(""));
    assertThat(claim("Lost")).isEqualTo(Health.degraded(""));
    assertThat(claim("")).isEqualTo(Health.unknown(""));
  }

  private static Health claim(String phase) {
    return judge(
        "{apiVersion: v1, kind: PersistentVolumeClaim, status: {phase: '%s'}}".formatted(phase));
  }

  @Test
  void anApiServiceMustBeAvailable() {
    String service =
        "apiVersion: apiregistration.k8s.io/v1\nkind: APIService\nstatus: {conditions: [{type: Available, status: '%s', reason: R, message: m}]}";

    assertThat(judge(service.formatted("True"))).isEqualTo(Health.healthy("R: m"));
    assertThat(judge(service.formatted("False"))).isEqualTo(Health.progressing("R: m"));
  }

  private static Health judge(String yaml) {
    KubeObject live = object(yaml);
    return Rules.of(live.group(), live.kind()).orElseThrow().judge(live);
  }
}
