package io.tocsin.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.embedded.EmbeddedKubernetes;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What it costs that Applications are kept true. */
class CostTest extends InScene {
  private static final int OBJECTS = 50;

  private final EmbeddedKubernetes api = EmbeddedKubernetes.start();

  @Override
  String kubeconfig() {
    return api.kubeconfig();
  }

  @Override
  void stopCluster() {
    api.close();
  }

  private long reconciles() {
    return scene.registry.find("argocd_app_reconcile").summaries().stream()
        .mapToLong(DistributionSummary::count)
        .sum();
  }

  private long requests(String type) {
    return (long)
        scene
            .registry
            .find("argocd_git_request_total")
            .tag("request_type", type)
            .counters()
            .stream()
            .mapToDouble(Counter::count)
            .sum();
  }

  private void reconcileAgain() {
    long before = reconciles();
    scene.controller().refresh(new ObjectKey(Scene.NAMESPACE, "shop"), false);
    Awaitility.await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .until(() -> reconciles() > before);
  }

  /** How many there were when nothing is being worked on any more. */
  private long settled() {
    AtomicLong last = new AtomicLong(-1);
    Awaitility.await()
        .during(Duration.ofMillis(300))
        .until(
            () -> {
              long now = reconciles();
              return last.getAndSet(now) == now;
            });
    return last.get();
  }

  private void deployManyObjects() throws Exception {
    Map<String, String> files = new HashMap<>();
    for (int i = 0; i < OBJECTS; i++) {
      files.put("app/c" + i + ".yaml", Scene.configMapOf("c" + i, "1"));
    }
    scene.push(files);
    scene
        .believing(Duration.ofHours(1))
        .application("shop", "syncPolicy: {automated: {prune: true, selfHeal: true}}")
        .start();
    scene.await("shop", "Synced", "Healthy");
    scene.eventually(
        () -> {
          long before = api.requests().of("patch", "applications.argoproj.io");
          reconcileAgain();
          assertThat(api.requests().of("patch", "applications.argoproj.io")).isEqualTo(before);
        });
  }

  @Test
  void aReconcileThatFindsNoChangeAsksTheServerNothingAndTakesLittleTime() throws Exception {
    deployManyObjects();
    int runs = 60;
    for (int i = 0; i < runs; i++) {
      reconcileAgain();
    }
    api.requests().reset();
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = system.getProcessCpuTime();
    long begun = reconciles();
    for (int i = 0; i < runs; i++) {
      reconcileAgain();
    }
    double millis = (system.getProcessCpuTime() - before) / 1e6 / (reconciles() - begun);

    assertThat(api.requests().all()).isEmpty();
    assertThat(millis).as("CPU of a reconcile in ms, of which little is the test's").isLessThan(10);
  }

  @Test
  void whatIsWrittenHereWakesNobody() throws Exception {
    deployManyObjects();
    long before = settled();

    scene.patch(
        "shop",
        "{\"metadata\":{\"annotations\":{\"notified.notifications.argoproj.io\":\"{}\"}},"
            + "\"status\":{\"summary\":{\"images\":[\"other\"]}}}");
    scene.apply("{apiVersion: v1, kind: ConfigMap, metadata: {name: unrelated, namespace: team}}");

    Awaitility.await()
        .during(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(2))
        .until(() -> reconciles() == before);
  }

  @Test
  void aHundredApplicationsOfARepositoryFetchACommitOnce() throws Exception {
    fetchesACommitOnce(100);
  }

  @Test
  @Tag("failure")
  void aThousandApplicationsOfARepositoryFetchACommitOnce() throws Exception {
    fetchesACommitOnce(1000);
  }

  private void fetchesACommitOnce(int applications) throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.believing(Duration.ofHours(1));
    for (int i = 0; i < applications; i++) {
      scene.application("shop" + i, "");
    }
    scene.start();
    await(() -> reconciles() >= applications);
    assertThat(requests("fetch")).isEqualTo(1);
    assertThat(requests("ls-remote")).isEqualTo(1);

    String commit = scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "2")));
    scene.refresh("shop0");
    scene.await("shop0", app -> app.status().sync().revision().equals(commit));
    for (int i = 0; i < applications; i++) {
      scene.controller().refresh(new ObjectKey(Scene.NAMESPACE, "shop" + i), false);
    }
    for (int i = 0; i < applications; i++) {
      String name = "shop" + i;
      await(() -> scene.get(name).status().sync().revision().equals(commit));
    }

    assertThat(requests("fetch")).isEqualTo(2);
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(condition);
  }
}
