package io.tocsin.controller.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.KubeObjects;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ApplicationTest {
  private static final String GUESTBOOK =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Application
      metadata:
        name: guestbook
        namespace: argocd
        finalizers: [resources-finalizer.argocd.argoproj.io]
        annotations: {argocd.argoproj.io/deletion-approved: "2026-06-01T12:00:00Z"}
      spec:
        project: ""
        source:
          repoURL: https://git.example.com/apps.git
          path: guestbook
          targetRevision: 1.2
          helm:
            valueFiles: [values.yaml]
            valuesObject: {replicas: 2}
            parameters: [{name: image.tag, value: 7, forceString: true}]
          unknown: kept
        destination: {name: in-cluster, namespace: guestbook}
        syncPolicy:
          automated: {prune: true}
          syncOptions: [CreateNamespace=true, PrunePropagationPolicy=background]
          retry: {limit: 3, backoff: {duration: 10, factor: 3, maxDuration: 1m30s}}
      operation:
        sync: {revision: abc, prune: true, syncStrategy: {hook: {force: true}}}
        initiatedBy: {username: anna}
      status:
        sync: {status: OutOfSync, revision: abc}
        health: {status: Healthy}
        history: [{id: 4, revision: old, deployedAt: "2026-05-01T00:00:00Z", source: {repoURL: x}}]
        operationState:
          phase: Running
          startedAt: "2026-06-01T12:00:00Z"
          operation: {sync: {revision: abc}}
          syncResult:
            revision: abc
            resources:
            - {group: apps, version: v1, kind: Deployment, namespace: guestbook, name: ui,
               status: Synced, hookPhase: Running, syncPhase: Sync, message: created}
        ours: not
      """;

  @Test
  void readsWhatTheControllerNeeds() {
    Application application = read(GUESTBOOK);

    ApplicationSpec spec = application.spec();
    assertThat(spec.project()).isEqualTo("default");
    assertThat(spec.destination()).isEqualTo(new Destination("", "in-cluster", "guestbook"));
    assertThat(spec.revisionHistoryLimit()).isEqualTo(10);
    Source source = spec.sources().getFirst();
    assertThat(source.targetRevision()).isEqualTo("1.2");
    assertThat(source.content()).containsEntry("unknown", "kept");
    HelmOptions helm = source.helm().orElseThrow();
    assertThat(helm.parameters())
        .containsExactly(new HelmOptions.Parameter("image.tag", "7", true));
    assertThat(helm.valuesObject()).contains(Map.of("replicas", 2L));
    assertThat(spec.syncPolicy().automated())
        .contains(new SyncPolicy.Automated(true, true, false, false));
    assertThat(spec.syncPolicy().options().value("PrunePropagationPolicy")).contains("background");
    SyncOperation sync = application.operation().orElseThrow().sync().orElseThrow();
    assertThat(sync.force()).isTrue();
    assertThat(sync.applyOnly()).isFalse();
    assertThat(application.deletionApprovedSince(Instant.parse("2026-06-01T12:00:00Z"))).isTrue();
    assertThat(application.deletionApprovedSince(Instant.parse("2026-06-01T12:00:01Z"))).isFalse();
    assertThat(application.instanceName("argocd")).isEqualTo("guestbook");
    assertThat(application.instanceName("elsewhere")).isEqualTo("argocd_guestbook");
  }

  @Test
  void sourcesBeatTheSource() {
    Application application =
        read(
            """
            spec:
              source: {repoURL: one}
              sources: [{repoURL: two, ref: values}, {repoURL: three, chart: nginx}]
            """);

    assertThat(application.spec().multiSource()).isTrue();
    assertThat(application.spec().sources())
        .extracting(Source::repoUrl)
        .containsExactly("two", "three");
  }

  @Test
  void whatIsReadIsWrittenAsItWas() {
    ApplicationStatus status = read(GUESTBOOK).status();

    assertThat(status.patchFrom(status)).isEmpty();
    assertThat(status.written()).doesNotContainKey("ours");
    assertThat(status.operationState().orElseThrow().written())
        .containsEntry("phase", "Running")
        .containsEntry("operation", Map.of("sync", Map.of("revision", "abc")));
  }

  @Test
  void aPatchSaysWhatChangedAndWhatIsGone() {
    ApplicationStatus before = read(GUESTBOOK).status();
    OperationState waiting =
        before
            .operationState()
            .orElseThrow()
            .withSyncResult(Optional.empty())
            .withFinishedAt(Optional.of(Instant.parse("2026-06-01T12:00:09.7Z")));

    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("syncResult", null);
    expected.put("finishedAt", "2026-06-01T12:00:09Z");
    assertThat(before.withOperationState(Optional.of(waiting)).patchFrom(before))
        .isEqualTo(Map.of("operationState", expected));
  }

  @Test
  void aWrongTypeIsSaidWithItsField() {
    assertThatThrownBy(() -> read("spec: {source: {helm: {parameters: [{name: [1]}]}}}"))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessage("spec.source.helm.parameters[0].name must be a string, not a list.");
    assertThatThrownBy(() -> read("spec: {syncPolicy: {syncOptions: CreateNamespace=true}}"))
        .hasMessage("spec.syncPolicy.syncOptions must be a list, not a string.");
    assertThatThrownBy(() -> read("status: {}")).hasMessage("spec is missing.");
  }

  @Test
  void retriesPauseLongerAndLonger() {
    Retry retry = read(GUESTBOOK).spec().syncPolicy().retry().orElseThrow();
    Instant failed = Instant.parse("2026-06-01T12:00:00Z");

    assertThat(List.of(retry.nextAt(failed, 0), retry.nextAt(failed, 1), retry.nextAt(failed, 2)))
        .containsExactly(failed.plusSeconds(10), failed.plusSeconds(30), failed.plusSeconds(90));
    assertThat(retry.nextAt(failed, 3)).isEqualTo(failed.plusSeconds(90));
    assertThat(Retry.NEVER.nextAt(failed, 1)).isEqualTo(failed.plusSeconds(10));
    assertThat(retry.allows(2)).isTrue();
    assertThat(retry.allows(3)).isFalse();
  }

  @Test
  void aMissingListOfNamespacedKindsIsNotAnEmptyOne() {
    assertThat(project("spec: {}").namespaceResourceWhitelist()).isEmpty();
    assertThat(project("spec: {namespaceResourceWhitelist: []}").namespaceResourceWhitelist())
        .contains(List.of());
  }

  private static AppProject project(String yaml) {
    return AppProject.of(object(yaml));
  }

  private static Application read(String yaml) {
    return Application.of(object(yaml));
  }

  @SuppressWarnings("unchecked")
  private static KubeObject object(String yaml) {
    return new KubeObject(
        (Map<String, Object>)
            KubeObjects.numbers(
                new YAMLMapper().readValue(yaml, new TypeReference<Map<String, Object>>() {})));
  }
}
