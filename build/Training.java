import com.sun.net.httpserver.HttpServer;
import io.tocsin.embedded.EmbeddedKubernetes;
import io.tocsin.notifier.config.Yaml;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Lets a controller tell of many Applications, on an API server and a receiver in this process, and
 * then stops it, so that the JVM that records it sees what a controller does all day. Arguments:
 * the folder with the CRDs, a file for a kubeconfig, and the command, which is given options for
 * them.
 */
final class Training {
  private static final int APPLICATIONS = 250;
  private static final int ROUNDS = 3;
  private static final int PATIENCE_SECONDS = 60;
  private static final String CONFIG =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: argocd-notifications-cm, namespace: argocd}
      data:
        service.webhook.hook: |
          url: URL
          headers: [{name: Content-Type, value: application/json}]
        template.health: |
          message: "{{.app.metadata.name}} is {{.app.status.health.status | upper}}"
          webhook:
            hook:
              method: POST
              body: |
                {"text": {{printf "%s at %s" .app.metadata.name .app.status.sync.revision | toJson}},
                 "images": [{{range $i, $e := .app.status.summary.images}}{{if $i}}, {{end}}{{toJson $e}}{{end}}]}
        trigger.on-health: |
          - when: app.status.health.status == 'Degraded'
            oncePer: app.status.sync.revision
            send: [health]
        trigger.on-sync-failed: |
          - when: app.status.operationState != nil and app.status.operationState.phase in ['Error', 'Failed']
            send: [health]
        trigger.on-slow: |
          - when: app.status?.health?.status == 'Progressing' and len(app.status.resources ?? []) > 500
            send: [health]
        subscriptions: |
          - recipients: [hook]
            triggers: [on-health, on-sync-failed, on-slow]
            selector: team=a
      """;
  private static final String APPLICATION =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Application
      metadata: {name: NAME, namespace: argocd, labels: {team: a}}
      spec:
        project: default
        source: {repoURL: "https://git.example.com/shop.git", path: shop, targetRevision: HEAD}
        destination: {server: "https://kubernetes.default.svc", namespace: shop}
      status:
        health: {status: Degraded}
        sync: {status: Synced, revision: "REVISION"}
        summary: {images: ["shop:1", "proxy:2"]}
        reconciledAt: "2026-01-01T00:00:00Z"
        resources:
          - {kind: Service, name: shop, namespace: shop, version: v1, status: Synced}
          - {group: apps, kind: Deployment, name: shop, namespace: shop, version: v1, status: Synced}
      """;

  private final Semaphore told = new Semaphore(0);
  private final EmbeddedKubernetes api;
  private final HttpServer receiver;

  private Training(EmbeddedKubernetes api, HttpServer receiver) {
    this.api = api;
    this.receiver = receiver;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path kubeconfig = Path.of(arguments[1]);
    try (EmbeddedKubernetes api = EmbeddedKubernetes.start()) {
      Files.writeString(kubeconfig, api.kubeconfig());
      HttpServer receiver =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Training training = new Training(api, receiver);
      training.prepare(Path.of(arguments[0]));
      training.watch(List.of(arguments).subList(2, arguments.length), kubeconfig);
      receiver.stop(0);
    }
    System.exit(0);
  }

  private void prepare(Path definitions) throws IOException {
    receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    receiver.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
          }
          told.release();
        });
    receiver.start();
    try (Stream<Path> files = Files.list(definitions)) {
      for (Path file : files.toList()) {
        String definition = Files.readString(file);
        if (definition.contains("kind: CustomResourceDefinition")) {
          put(definition);
        }
      }
    }
    put(CONFIG.replace("URL", "http://127.0.0.1:" + receiver.getAddress().getPort()));
  }

  private void watch(List<String> command, Path kubeconfig)
      throws IOException, InterruptedException {
    turn(0);
    Process controller =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      awaitTold();
      for (int round = 1; round <= ROUNDS; round++) {
        turn(round);
        awaitTold();
      }
    } finally {
      controller.destroy();
      controller.waitFor();
    }
  }

  private void awaitTold() throws IOException, InterruptedException {
    if (!told.tryAcquire(APPLICATIONS, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("the controller told of too few Applications");
    }
  }

  private void turn(int round) {
    for (int i = 0; i < APPLICATIONS; i++) {
      put(APPLICATION.replace("NAME", "shop-" + i).replace("REVISION", round + "-" + i));
    }
  }

  private void put(String yaml) {
    Map<String, Object> object = Yaml.mapping(yaml);
    api.store().put(object);
  }
}
