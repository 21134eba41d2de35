package io.tocsin.notifier.demo;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NodeConditionBuilder;
import io.fabric8.kubernetes.api.model.NodeStatusBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobConditionBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.cluster.NotificationController;
import io.tocsin.notifier.pipeline.PipelineListener;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A Job fails, a Node is lost, somebody scales by hand and changes a password: with the real
 * controller, on an embedded API.
 */
final class KindsDemo implements Story {
  private static final String FOLDER = "any-kind/";
  private static final String SECRET = FOLDER + "argocd-notifications-secret.yaml";
  private static final String SHOP = "shop";
  private static final Set<String> KINDS = Set.of("Job", "Node", "Deployment", "Secret");
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private final Settings settings;
  private final AtomicInteger turn = new AtomicInteger();

  /** Something that happens, and the object that it happens to, as it is then. */
  private record Act(String title, Supplier<HasMetadata> play) {}

  /** Starts nothing yet. */
  KindsDemo(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Narrator.Summary run(String kubeconfig, Runnable after)
      throws InterruptedException, IOException {
    Narrator narrator =
        new Narrator(settings.screen(), _ -> String.valueOf(turn.get()), _ -> false);
    Seen seen = new Seen();
    try (Stage stage = new Stage(settings, kubeconfig, List.of(KindsDemo::slack))) {
      for (String file : List.of(FOLDER + "argocd-notifications-cm.yaml", SECRET)) {
        stage.load(file);
      }
      stage.load(FOLDER + "cluster.yaml");
      try (NotificationController controller =
          stage.notifications(PipelineListener.all(narrator, seen), List.of(), Optional.empty())) {
        controller.start(() -> false);
        controller.lead();
        seen.await();
        play(acts(stage.client()), controller, narrator);
        stage.end(narrator.summary(), after);
        return narrator.summary();
      }
    }
  }

  private static Receiver slack(Settings settings) {
    return new SlackWorkspace(settings.screen(), Stage.secret(SECRET, "slack-token"));
  }

  private void play(List<Act> acts, NotificationController controller, Narrator narrator)
      throws InterruptedException {
    for (Act act : acts) {
      settings.screen().turn(turn.incrementAndGet(), act.title());
      narrator.awaitProcessed(act.play().get().getMetadata().getResourceVersion(), LIMIT);
      controller.awaitIdle(LIMIT);
      narrator.endTurn();
      Thread.sleep(settings.pause());
    }
  }

  private static List<Act> acts(KubernetesClient client) {
    return List.of(
        new Act("A Job fails", () -> fail(client)),
        new Act("A Node is lost", () -> ready(client, "Unknown")),
        new Act("It is found again", () -> ready(client, "True")),
        new Act("Somebody scales a Deployment by hand", () -> scale(client)),
        new Act("A password is changed", () -> changePassword(client)));
  }

  private static HasMetadata fail(KubernetesClient client) {
    return client
        .batch()
        .v1()
        .jobs()
        .inNamespace(SHOP)
        .withName("import")
        .editStatus(
            job -> {
              job.setStatus(
                  new JobStatusBuilder()
                      .addToConditions(
                          new JobConditionBuilder()
                              .withType("Failed")
                              .withStatus("True")
                              .withReason("BackoffLimitExceeded")
                              .withMessage("Job has reached the specified backoff limit")
                              .build())
                      .build());
              return job;
            });
  }

  private static HasMetadata ready(KubernetesClient client, String status) {
    return client
        .nodes()
        .withName("worker-1")
        .editStatus(
            node -> {
              node.setStatus(
                  new NodeStatusBuilder()
                      .addToConditions(
                          new NodeConditionBuilder().withType("Ready").withStatus(status).build())
                      .build());
              return node;
            });
  }

  private static HasMetadata scale(KubernetesClient client) {
    return client
        .apps()
        .deployments()
        .inNamespace(SHOP)
        .withName("web")
        .edit(
            deployment -> {
              deployment.getSpec().setReplicas(1);
              return deployment;
            });
  }

  private static HasMetadata changePassword(KubernetesClient client) {
    return client
        .secrets()
        .inNamespace(SHOP)
        .withName("database")
        .edit(
            secret -> {
              secret.getData().put("password", "bm90LXRoaXMtb25lLWVpdGhlcg==");
              return secret;
            });
  }

  /** Which kinds were looked at; what happens before that has no version to be compared with. */
  private static final class Seen implements PipelineListener {
    private final Set<String> kinds = ConcurrentHashMap.newKeySet();

    @Override
    public void processed(KubeObject object) {
      kinds.add(object.kind());
    }

    void await() throws InterruptedException {
      long end = System.nanoTime() + LIMIT.toNanos();
      while (!kinds.containsAll(KINDS) && System.nanoTime() < end) {
        Thread.sleep(20);
      }
    }
  }
}
