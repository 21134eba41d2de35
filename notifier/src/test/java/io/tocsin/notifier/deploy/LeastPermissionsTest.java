package io.tocsin.notifier.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.embedded.real.RealKubernetes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No permission is spare: without any one of them something does not come about. */
@Tag("failure")
@EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
@Timeout(300)
class LeastPermissionsTest {
  private static final AtomicInteger RUNS = new AtomicInteger();
  private static RealKubernetes api;
  @TempDir Path folder;

  record Case(String overlay, Permission permission) {
    @Override
    public String toString() {
      return overlay + " without " + permission;
    }
  }

  @BeforeAll
  static void startApi() {
    api = RealKubernetes.audited(RealKubernetes.assets().orElseThrow());
  }

  @AfterAll
  static void stopApi() {
    api.close();
  }

  /** Each permission once, in the first overlay that has it. */
  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    List<Permission> seen = new ArrayList<>();
    for (String overlay : List.of("namespaced", "cluster", "ha", "with-core")) {
      for (Permission each : Permission.in(Deploy.overlay(overlay))) {
        if (!seen.contains(each)) {
          seen.add(each);
          cases.add(new Case(overlay, each));
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachIsNeeded(Case without) {
    List<KubeObject> objects = Deploy.overlay(without.overlay());

    Throwable failure =
        catchThrowable(
            () -> play(without.overlay(), without.permission().takenFrom(objects), folder));

    assertThat(failure).isInstanceOf(AssertionError.class);
    assertThat(forbidden()).anyMatch(without.permission()::permits);
  }

  /** What the last run was not permitted. */
  private static List<Audit.Request> forbidden() {
    return Audit.of(api.auditLog(), namespace()).forbidden();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cluster", "ha", "with-core"})
  void allOfThemAreEnough(String overlay) {
    play(overlay, Deploy.overlay(overlay), folder);
  }

  @Test
  void theChartGivesNoMoreWhereOtherNamespacesHaveNoConfigurationsOfTheirOwn() {
    List<KubeObject> objects =
        Deploy.chart(Map.of("applications", Map.of("namespaces", List.of("*"))));

    play("chart", objects, folder);

    List<Audit.Request> requests = Audit.of(api.auditLog(), namespace()).requests();
    assertThat(Permission.in(objects))
        .filteredOn(each -> requests.stream().noneMatch(each::permits))
        .as("unused")
        .isEmpty();
  }

  private static String namespace() {
    return "argocd-" + RUNS.get();
  }

  private static void play(String overlay, List<KubeObject> objects, Path folder) {
    RUNS.incrementAndGet();
    try (Installation installation = new Installation(api, folder, namespace(), objects)) {
      if (overlay.equals("with-core")) {
        try (SyncScenario scenario = new SyncScenario(installation, folder)) {
          scenario.play();
        }
      } else {
        try (NotificationsScenario scenario = new NotificationsScenario(installation)) {
          scenario.play(overlay.equals("cluster"));
        }
      }
    }
  }
}
