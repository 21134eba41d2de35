package io.tocsin.notifier.failure;

import static org.awaitility.Awaitility.await;

import io.tocsin.embedded.EmbeddedKubernetes;
import io.tocsin.notifier.Objects;
import io.tocsin.notifier.config.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Prints the live heap and the resident memory of the controller's process at several numbers of
 * Applications, each of which was told of; on the embedded API, whose process needs about 100 KB
 * for each: {@code HeapAtSize 1000 5000 20000}.
 */
final class HeapAtSize {
  private HeapAtSize() {}

  public static void main(String[] sizes) throws IOException {
    for (String size : sizes) {
      measure(Integer.parseInt(size));
    }
    System.exit(0);
  }

  private static void measure(int applications) throws IOException {
    try (EmbeddedKubernetes api = EmbeddedKubernetes.start();
        Receiver receiver = new Receiver()) {
      for (String kind : new String[] {"application", "appproject"}) {
        api.store().put(Yaml.mapping(Objects.file("crds/" + kind + ".yaml")));
      }
      api.store()
          .put(
              Map.of(
                  "apiVersion",
                  "v1",
                  "kind",
                  "ConfigMap",
                  "metadata",
                  Map.of("name", "argocd-notifications-cm", "namespace", "argocd"),
                  "data",
                  Map.of(
                      "service.webhook.hook",
                      "url: " + receiver.url(),
                      "template.t",
                      "webhook: {hook: {method: POST, path: '/{{.app.metadata.name}}'}}",
                      "trigger.on-x",
                      "- {when: app.status.health.status == 'Healthy', oncePer:"
                          + " app.status.sync.revision, send: [t]}",
                      "subscriptions",
                      "- {recipients: [hook], triggers: [on-x]}")));
      for (int i = 0; i < applications; i++) {
        api.store().put(Applications.large("argocd", "a" + i, "1", Map.of()));
      }
      try (Controller controller =
          Controller.start("2g", api.kubeconfig(), "argocd", new String[0])) {
        await()
            .atMost(Duration.ofMinutes(10))
            .until(() -> receiver.messages().size() >= applications);
        await().until(() -> controller.metric("tocsin_delivery_queue_depth") == 0);
        long heap = FrugalityTest.liveHeap(controller);
        System.out.printf(
            "%d Applications: live heap %.1f MB, %s%n",
            applications, heap / 1e6, resident(controller.pid()));
      }
    }
  }

  private static String resident(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
        .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
        .map(line -> line.replaceAll("\\s+", " "))
        .reduce((one, other) -> one + ", " + other)
        .orElse("");
  }
}
