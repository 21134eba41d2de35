package io.tocsin.notifier.demo;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.controller.git.GitSettings;
import io.tocsin.controller.reconcile.ApplicationController;
import io.tocsin.controller.reconcile.ControllerMetrics;
import io.tocsin.controller.reconcile.ReconcileOptions;
import io.tocsin.notifier.cluster.NotificationController;
import io.tocsin.notifier.pipeline.PipelineListener;
import io.tocsin.notifier.repository.ClusterCredentials;
import io.tocsin.notifier.repository.GitFacts;
import io.tocsin.notifier.repository.Repositories;
import io.tocsin.notifier.repository.TemporaryFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From a push to a message: a pipeline changes a values file in Git, the sync controller deploys
 * it, and DingTalk hears of it, with both real controllers on an embedded API.
 */
public final class GitOpsDemo implements Story {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String WEBHOOK = "/api/webhook";
  private static final String SECRET = "dingtalk/argocd-notifications-secret.yaml";

  private final Settings settings;

  /** Starts nothing yet. */
  GitOpsDemo(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Narrator.Summary run(String kubeconfig, Runnable after)
      throws InterruptedException, IOException {
    Narrator narrator = new Narrator(settings.screen(), Chronicle::operation, _ -> false);
    Chronicle chronicle = new Chronicle(settings.screen());
    try (TemporaryFolder folder = TemporaryFolder.create("tocsin-demo-");
        Stage stage = new Stage(settings, kubeconfig, List.of(GitOpsDemo::group));
        GitLab gitlab = new GitLab(folder.path().resolve("repository"));
        ApplicationController sync = sync(stage, folder.path().resolve("clones"));
        LocalServer webhook = new LocalServer(Map.of(WEBHOOK, sync.webhook()));
        Kubelet _ = new Kubelet(stage.client(), settings.pause());
        GitFacts facts = facts(stage);
        NotificationController notifications =
            stage.notifications(
                PipelineListener.all(narrator, chronicle), List.of(), Optional.of(facts))) {
      settings.screen().opening("GitLab (local)", gitlab.url());
      settings.screen().opening("Webhook of the controller", webhook.url() + WEBHOOK);
      stage.load(SECRET);
      stage.load("gitops/argocd-notifications-cm.yaml");
      stage.load("gitops/argocd-secret.yaml");
      sync.start();
      notifications.start(() -> false);
      notifications.lead();
      play(
          turns(stage, gitlab, URI.create(webhook.url() + WEBHOOK)),
          chronicle,
          narrator,
          notifications);
      stage.end(narrator.summary(), after);
      return narrator.summary();
    }
  }

  private static Receiver group(Settings settings) {
    return new DingTalkGroup(settings, Stage.secret(SECRET, "dingtalk-token"));
  }

  private static ApplicationController sync(Stage stage, Path clones) {
    return new ApplicationController(
        stage.client(),
        ReconcileOptions.of(Stage.NAMESPACE, GitSettings.in(clones)),
        new ControllerMetrics(new SimpleMeterRegistry()),
        Clock.systemUTC(),
        () -> true);
  }

  private static GitFacts facts(Stage stage) {
    Clock clock = Clock.systemUTC();
    ClusterCredentials credentials = new ClusterCredentials(stage.client(), Stage.NAMESPACE, clock);
    return new GitFacts(Repositories.temporary(credentials, clock), Stage.NAMESPACE, clock);
  }

  private void play(
      List<Turn> turns,
      Chronicle chronicle,
      Narrator narrator,
      NotificationController notifications)
      throws InterruptedException {
    int number = 1;
    for (Turn turn : turns) {
      settings.screen().turn(number++, turn.title());
      String before = chronicle.operation();
      turn.play().run();
      chronicle.await(application -> turn.over(application, before), LIMIT);
      notifications.awaitIdle(LIMIT);
      narrator.endTurn();
      Thread.sleep(settings.pause());
    }
  }

  private static List<Turn> turns(Stage stage, GitLab gitlab, URI webhook) {
    return List.of(
        new Turn(
            "The Application is created; its Ingress will not get an address",
            () -> stage.load("gitops/application.yaml", Map.of(GitLab.ADDRESS, gitlab.url())),
            Optional.of("Succeeded"),
            "Synced",
            "Progressing"),
        new Turn(
            "argocd-cm says when an Ingress is healthy here",
            () -> stage.load("gitops/argocd-cm.yaml"),
            Optional.empty(),
            "Synced",
            "Healthy"),
        new Turn(
            "A pipeline pushes image.tag v1.1.0, and GitLab calls the webhook",
            () -> gitlab.push("v1.1.0", webhook),
            Optional.of("Succeeded"),
            "Synced",
            "Healthy"),
        new Turn(
            "Somebody changes the image in the cluster; it is put back",
            () -> change(stage.client()),
            Optional.of("Succeeded"),
            "Synced",
            "Healthy"),
        new Turn(
            "A push with a tag that Kubernetes does not take as a label",
            () -> gitlab.push("v1.2.0+hotfix", webhook),
            Optional.of("Failed"),
            "OutOfSync",
            "Healthy"),
        new Turn(
            "A push with a better tag",
            () -> gitlab.push("v1.2.0-hotfix", webhook),
            Optional.of("Succeeded"),
            "Synced",
            "Healthy"));
  }

  private static void change(KubernetesClient client) {
    client
        .apps()
        .deployments()
        .inNamespace("demo")
        .withName("devops-demo")
        .edit(
            deployment -> {
              deployment
                  .getSpec()
                  .getTemplate()
                  .getSpec()
                  .getContainers()
                  .getFirst()
                  .setImage("harbor.k8s.local/course/devops-demo:by-hand");
              return deployment;
            });
  }
}
