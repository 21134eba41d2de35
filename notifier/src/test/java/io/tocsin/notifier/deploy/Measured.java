package io.tocsin.notifier.deploy;

import static org.awaitility.Awaitility.await;

import io.tocsin.embedded.EmbeddedKubernetes;
import io.tocsin.notifier.cli.GitOps;
import io.tocsin.notifier.cli.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code tocsin run} on an embedded API, to which everything happened that is measured. */
final class Measured implements AutoCloseable {
  /** What is counted of things that need not happen. */
  private static final List<String> HAPPENED =
      List.of(
          "tocsin_delivery_latency_seconds_bucket",
          "tocsin_dead_letters_total",
          "tocsin_webhook_answers_total",
          "argocd_app_sync_total",
          "argocd_app_k8s_request_total",
          "argocd_git_fetch_fail_total",
          "argocd_git_lsremote_fail_total");

  private final EmbeddedKubernetes api = EmbeddedKubernetes.start();
  private final Mailbox mailbox = new Mailbox();
  private final HttpClient http = HttpClient.newHttpClient();
  private final GitOps world;
  private final Thread command;
  private final int metrics = free();
  private final int webhooks = free();

  private Measured(Path folder) throws Exception {
    world = new GitOps(api.kubeconfig(), folder);
    configure();
    Path kubeconfig = Files.writeString(folder.resolve("run.kubeconfig"), api.kubeconfig());
    command =
        Thread.ofVirtual()
            .start(
                () ->
                    Run.of(
                        "run",
                        "--kubeconfig=" + kubeconfig,
                        "--namespace=argocd",
                        "--repo-cache=" + folder.resolve("clones"),
                        "--local-repositories=" + folder.resolve("origins"),
                        "--metrics-port=" + metrics,
                        "--webhook-port=" + webhooks,
                        "--loglevel=error"));
  }

  static Measured run(Path folder) throws Exception {
    Measured measured = new Measured(folder);
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(() -> measured.get("/readyz").statusCode() == 200);
    measured.post();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> measured.scrape().labels().keySet().containsAll(HAPPENED));
    return measured;
  }

  private void configure() throws Exception {
    mailbox.refuses("/refusing");
    world.push(
        Map.of(
            "shop/one.yaml",
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: one}, data: {value: '1'}}"));
    world.apply(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: argocd-notifications-cm, namespace: argocd}
        data:
          service.webhook.hook: '{url: %1$s/hook}'
          service.webhook.refusing: '{url: %1$s/refusing}'
          template.told: 'webhook: {hook: {method: POST}, refusing: {method: POST}}'
          trigger.on-deployed: "- {when: app.status.health.status == 'Healthy', send: [told]}"
          subscriptions: '- {recipients: [hook, refusing], triggers: [on-deployed]}'
        """
            .formatted(mailbox.url()));
    world.application("shop", "syncPolicy: {automated: {}}");
    broken("gone", world.repository() + "-gone", "main");
    broken("commit", world.repository(), "0123456789012345678901234567890123456789");
  }

  private void broken(String name, String repository, String revision) {
    world.apply(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: %s, namespace: argocd}
        spec:
          project: default
          source: {repoURL: '%s', path: shop, targetRevision: '%s'}
          destination: {server: 'https://kubernetes.default.svc', namespace: team}
        """
            .formatted(name, repository, revision));
  }

  Scrape scrape() {
    try {
      return Scrape.of(get("/metrics").body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> get(String path) throws IOException {
    return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + metrics + path)));
  }

  private void post() throws IOException {
    var _ =
        send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + webhooks + "/api/webhook"))
                .header("X-GitHub-Event", "ping")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    command.interrupt();
    await().atMost(Duration.ofSeconds(40)).until(() -> !command.isAlive());
    world.close();
    http.shutdownNow();
    mailbox.close();
    api.close();
  }
}
