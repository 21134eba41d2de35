package io.tocsin.controller.health.rules;

import static io.tocsin.controller.customization.Manifests.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.runtime.KubeObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomKindsTest {
  @ParameterizedTest(name = "{0} with {1} is {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "cert-manager.io/v1 Certificate | Ready=True | Healthy",
        "cert-manager.io/v1 Certificate | Ready=False | Degraded",
        "cert-manager.io/v1 Certificate | Ready=False Issuing=True | Progressing",
        "cert-manager.io/v1 ClusterIssuer | Ready=False | Degraded",
        "cert-manager.io/v1 Issuer | Ready=Unknown | Progressing",
        "external-secrets.io/v1 ExternalSecret | Ready=True | Healthy",
        "external-secrets.io/v1 SecretStore | Ready=False | Degraded",
        "external-secrets.io/v1 ClusterExternalSecret | NotReady=True Ready=True | Healthy",
        "bitnami.com/v1alpha1 SealedSecret | Synced=True | Healthy",
        "serving.knative.dev/v1 Service | Ready=True RoutesReady=True ConfigurationsReady=True | Healthy",
        "serving.knative.dev/v1 Service | Ready=Unknown RoutesReady=True | Progressing",
        "serving.knative.dev/v1 Service | Ready=False | Degraded",
        "kustomize.toolkit.fluxcd.io/v1 Kustomization | Ready=True | Healthy",
        "kustomize.toolkit.fluxcd.io/v1 Kustomization | Ready=Unknown Reconciling=True | Progressing",
        "kustomize.toolkit.fluxcd.io/v1 Kustomization | Ready=False | Degraded",
        "helm.toolkit.fluxcd.io/v2 HelmRelease | Ready=True Released=True | Healthy",
        "helm.toolkit.fluxcd.io/v2 HelmRelease | Ready=False Released=True | Degraded",
        "source.toolkit.fluxcd.io/v1 GitRepository | Ready=True ArtifactInStorage=True | Healthy",
        "kafka.strimzi.io/v1beta2 Kafka | Ready=True | Healthy",
        "kafka.strimzi.io/v1beta2 Kafka | NotReady=True | Degraded",
        "keda.sh/v1alpha1 ScaledObject | Ready=True | Healthy",
        "keda.sh/v1alpha1 ScaledObject | Ready=True Paused=True | Suspended",
        "keda.sh/v1alpha1 ScaledObject | Ready=True Fallback=True | Degraded",
        "s3.aws.upbound.io/v1beta1 Bucket | Synced=True Ready=True | Healthy",
        "s3.aws.upbound.io/v1beta1 Bucket | Synced=False Ready=True | Degraded",
        "pkg.crossplane.io/v1 Provider | Installed=True Healthy=False | Degraded",
        "s3.services.k8s.aws/v1alpha1 Bucket | Ready=False | Progressing",
        "s3.services.k8s.aws/v1alpha1 Bucket | ACK.Terminal=True | Degraded",
        "apiextensions.k8s.io/v1 CustomResourceDefinition | Established=True | Healthy",
        "apiextensions.k8s.io/v1 CustomResourceDefinition | NamesAccepted=False | Degraded",
        "argoproj.io/v1alpha1 ApplicationSet | ResourcesUpToDate=True ErrorOccurred=True | Degraded",
        "argoproj.io/v1alpha1 CronWorkflow | Other=True | Healthy",
        "gateway.networking.k8s.io/v1 Gateway | Accepted=True Programmed=True | Healthy",
        "gateway.networking.k8s.io/v1 Gateway | Accepted=True Programmed=False | Progressing",
        "gateway.networking.k8s.io/v1 Gateway | Accepted=False | Degraded",
        "monitoring.coreos.com/v1 Prometheus | Available=False | Degraded",
      })
  void conditionsDecide(String kind, String conditions, String expected) {
    StringBuilder list = new StringBuilder();
    for (String condition : conditions.split(" ")) {
      String[] parts = condition.split("=");
      list.append("{type: %s, status: '%s'},".formatted(parts[0], parts[1]));
    }
    String[] type = kind.split(" ");

    Health health =
        judge(
            "apiVersion: %s\nkind: %s\nmetadata: {name: a}\nstatus: {conditions: [%s]}"
                .formatted(type[0], type[1], list));

    assertThat(health.status()).hasToString(expected);
  }

  @ParameterizedTest(name = "{0} in phase {1} is {2}")
  @CsvSource({
    "argoproj.io/v1alpha1 Rollout, Paused, Suspended",
    "argoproj.io/v1alpha1 Rollout, Degraded, Degraded",
    "argoproj.io/v1alpha1 Rollout, Healthy, Healthy",
    "argoproj.io/v1alpha1 AnalysisRun, Running, Progressing",
    "argoproj.io/v1alpha1 AnalysisRun, Failed, Degraded",
    "argoproj.io/v1alpha1 AnalysisRun, Inconclusive, Unknown",
    "argoproj.io/v1alpha1 Experiment, Successful, Healthy",
    "argoproj.io/v1alpha1 Workflow, Succeeded, Healthy",
    "argoproj.io/v1alpha1 Workflow, Error, Degraded",
    "cluster.x-k8s.io/v1beta1 Cluster, Provisioned, Healthy",
    "cluster.x-k8s.io/v1beta1 Machine, Running, Healthy",
    "cluster.x-k8s.io/v1beta1 Machine, Failed, Degraded",
    "cluster.x-k8s.io/v1beta1 MachineDeployment, ScalingUp, Progressing",
  })
  void phasesDecide(String kind, String phase, String expected) {
    String[] type = kind.split(" ");

    Health health =
        judge(
            "apiVersion: %s\nkind: %s\nmetadata: {name: a}\nstatus: {phase: %s}"
                .formatted(type[0], type[1], phase));

    assertThat(health.status()).hasToString(expected);
  }

  @Test
  void aKindThatIsNotKnownHasNoRule() {
    assertThat(Rules.of("example.com", "Ready")).isEmpty();
    assertThat(Rules.of("networking.istio.io", "VirtualService")).isEmpty();
    assertThat(Rules.of("monitoring.coreos.com", "PrometheusRule")).isEmpty();
  }

  @Test
  void aRolloutBeforePhasesIsJudgedByItsReplicas() {
    String rollout =
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Rollout
        metadata: {name: a, generation: 1}
        spec: {replicas: 2, strategy: {canary: {}}}
        status: {observedGeneration: "1", currentPodHash: x, stableRS: %s, replicas: 2, updatedReplicas: 2, availableReplicas: %d}
        """;

    assertThat(judge(rollout.formatted("x", 2))).isEqualTo(Health.healthy(""));
    assertThat(judge(rollout.formatted("y", 2)))
        .isEqualTo(Health.progressing("Waiting for rollout to finish steps"));
    assertThat(judge(rollout.formatted("x", 1)))
        .isEqualTo(
            Health.progressing(
                "Waiting for roll out to finish: updated replicas are still becoming available"));
  }

  @Test
  void aRouteIsJudgedAtEachParentThatHasSeenIt() {
    String route =
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: a, generation: 2}
        status: {parents: [{parentRef: {name: gate}, conditions: [{type: Accepted, status: "%s", message: no, observedGeneration: %d}]}]}
        """;

    assertThat(judge(route.formatted("True", 2)).status()).hasToString("Healthy");
    assertThat(judge(route.formatted("False", 2))).isEqualTo(Health.degraded("Parent gate: no"));
    assertThat(judge(route.formatted("False", 1)))
        .isEqualTo(Health.progressing("Waiting for HTTPRoute status"));
  }

  @Test
  void aCronJobIsJudgedByItsLastRun() {
    String job = "apiVersion: batch/v1\nkind: CronJob\nstatus: ";

    assertThat(judge(job + "{}").message()).isEqualTo("CronJob has not been scheduled yet");
    assertThat(
            judge(
                    job
                        + "{lastScheduleTime: '2026-01-02T00:00:00Z', lastSuccessfulTime: '2026-01-01T00:00:00Z'}")
                .status())
        .hasToString("Degraded");
    assertThat(
            judge(
                    job
                        + "{lastScheduleTime: '2026-01-02T00:00:00Z', lastSuccessfulTime: '2026-01-02T00:01:00Z'}")
                .status())
        .hasToString("Healthy");
  }

  private static Health judge(String yaml) {
    KubeObject live = object(yaml);
    return Rules.of(live.group(), live.kind()).orElseThrow().judge(live);
  }
}
