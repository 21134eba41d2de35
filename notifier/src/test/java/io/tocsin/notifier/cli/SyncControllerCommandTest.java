package io.tocsin.notifier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.embedded.EmbeddedKubernetes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as it is started in a cluster. */
class SyncControllerCommandTest {
  private final EmbeddedKubernetes api = EmbeddedKubernetes.start();
  @TempDir Path folder;
  private GitOps world;

  @BeforeEach
  void open() throws Exception {
    world = new GitOps(api.kubeconfig(), folder);
    world.push(Map.of("shop/one.yaml", config("1")));
    world.application("shop", "syncPolicy: {automated: {selfHeal: true}}");
  }

  @AfterEach
  void close() throws Exception {
    world.close();
    api.close();
  }

  private static String config(String value) {
    return "{apiVersion: v1, kind: ConfigMap, metadata: {name: one}, data: {value: '%s'}}"
        .formatted(value);
  }

  private void awaitValue(String value) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                world
                    .configMap("one")
                    .filter(it -> value.equals(it.at("data", "value")))
                    .isPresent());
  }

  @Test
  void ofSeveralReplicasOneWorksAndAnotherTakesOver() throws Exception {
    GitOps.Controller first = world.start("--leader-election");
    awaitValue("1");
    world.start("--leader-election");
    first.stop();

    world.push(Map.of("shop/one.yaml", config("2")));
    world.app("get", "shop", "--refresh");

    awaitValue("2");
  }

  @Test
  void webhooksAreHeardOnAPortOfTheirOwn() throws Exception {
    GitOps.Controller controller = world.start();

    assertThat(world.post(controller, "{}", "X-Other", "1").statusCode()).isEqualTo(400);
    assertThat(world.post(controller, "{\"zen\": 1}", "X-GitHub-Event", "ping").statusCode())
        .isEqualTo(200);
    assertThat(world.get(controller, "/api/webhook").statusCode()).isEqualTo(404);
    assertThat(world.get(controller, "/metrics").body())
        .contains("tocsin_webhook_answers_total{code=\"400\"} 1.0");
  }

  @Test
  void aPortThatIsTakenIsSaid() throws Exception {
    GitOps.Controller controller = world.start();
    Run run =
        Run.of(
            "sync-controller",
            "--kubeconfig",
            folder.resolve("kubeconfig").toString(),
            "--webhook-port",
            String.valueOf(controller.webhookPort()),
            "--metrics-port",
            "0");

    assertThat(run.err())
        .contains("--webhook-port: port " + controller.webhookPort() + " is taken");
    assertThat(Run.of("sync-controller", "--webhook-port", "70000").err())
        .contains("--webhook-port: must be from -1 to 65535, not 70000");
  }
}
