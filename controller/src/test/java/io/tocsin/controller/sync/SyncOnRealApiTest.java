package io.tocsin.controller.sync;

import static io.tocsin.controller.sync.Manifests.configMap;
import static io.tocsin.controller.sync.Manifests.deployment;
import static io.tocsin.controller.sync.Manifests.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.application.Phase;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.RealApi;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
class SyncOnRealApiTest extends SyncContract {
  @RegisterExtension static final RealApi API = new RealApi();

  @Override
  String kubeconfig() {
    return API.kubeconfig();
  }

  @Test
  void aServerSideApplyTakesOverWhatWasAppliedByClients() {
    world.sync(configMap("one", "").replace("value}", "value, old: value}"), "{}").run();
    world.sync(configMap("one", ""), "{syncOptions: [ServerSideApply=true]}").run();

    assertThat(world.configMap("one").orElseThrow().at("data")).isEqualTo(Map.of("key", "value"));
    assertThat(world.configMap("one").orElseThrow().annotations())
        .doesNotContainKey("kubectl.kubernetes.io/last-applied-configuration");
  }

  @Test
  void whatTheServerWillNotChangeIsCreatedAnewByForceAlone() {
    world.sync(job("one", ""), "{}").run();
    String uid = world.job("one").orElseThrow().uid();
    String changed = job("one", "").replace("busybox", "busybox:2");

    SyncStep refused = world.sync(changed, "{}").run();
    assertThat(refused.progress().message())
        .startsWith("one or more objects failed to apply (dry run), reason: Job.batch \"one\"")
        .contains("field is immutable");
    assertThat(world.job("one").orElseThrow().uid()).isEqualTo(uid);
    is(
        world.sync(changed, "{syncStrategy: {hook: {force: true}}}").run(),
        Phase.SUCCEEDED,
        "successfully synced (all tasks run)");
    assertThat(world.job("one").orElseThrow().uid()).isNotEqualTo(uid);
  }

  @Test
  void aStrategyKeepsNothingOfTheOneBefore() {
    world.sync(deployment("ui", ""), "{}").run();
    world.sync(
        deployment("ui", "").replace("selector:", "strategy: {type: Recreate}\n  selector:"), "{}");

    is(world.run(), Phase.SUCCEEDED, "successfully synced (all tasks run)");
    assertThat(world.find("apps/v1", "Deployment", "ui").orElseThrow().at("spec", "strategy"))
        .isEqualTo(Map.of("type", "Recreate"));
  }

  @Test
  void whatNeedsAnAccountOfTheSameSyncIsNotFoundBadTooEarly() {
    world.sync(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: one}
        spec: {serviceAccountName: runner, containers: [{name: main, image: busybox}]}
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: runner}
        """,
        "{}");

    assertThat(world.run().progress().message())
        .doesNotStartWith("one or more objects failed to apply (dry run)");
    assertThat(world.find("v1", "ServiceAccount", "runner")).isPresent();
  }

  @Test
  void aServiceKeepsWhatTheServerGaveIt() {
    String service =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: ui}
        spec: {selector: {app: ui}, ports: [{name: http, port: 80}]}
        """;
    world.sync(service, "{}").run();
    Object address = world.find("v1", "Service", "ui").orElseThrow().at("spec", "clusterIP");
    world
        .sync(
            service.replace(
                "{name: http, port: 80}",
                "{name: https, port: 443}, {name: http, port: 80, targetPort: 8080}"),
            "{}")
        .run();

    KubeObject live = world.find("v1", "Service", "ui").orElseThrow();
    assertThat(live.at("spec", "clusterIP")).isEqualTo(address);
    assertThat(live.list("spec", "ports").toString()).contains("443", "8080");
    assertThat(world.results().toString()).contains("service/ui configured");
  }
}
