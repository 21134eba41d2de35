package io.tocsin.notifier.cli.app;

import static org.awaitility.Awaitility.await;

import io.tocsin.notifier.config.Yaml;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Does with the operation of the Application shop what a controller would. */
final class ControllerDouble {
  private final Shop shop;
  private final CompletableFuture<Map<String, Object>> asked = new CompletableFuture<>();

  ControllerDouble(Shop shop) {
    this.shop = shop;
  }

  /** Waits on a thread of its own for an operation and ends it. */
  void ends(String phase, String message) {
    Thread.ofVirtual()
        .start(
            () -> {
              await()
                  .pollInterval(Duration.ofMillis(10))
                  .until(() -> shop.shop().at("operation") != null);
              asked.complete(Yaml.asMapping(shop.shop().at("operation")));
              write("Running", "");
              write(phase, message);
            });
  }

  /** What was asked for. */
  Map<String, Object> asked() {
    return asked.join();
  }

  private void write(String phase, String message) {
    Tree content = Tree.copyOf(shop.shop().content());
    content.remove("operation");
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("operation", asked.join());
    state.put("phase", phase);
    state.put("message", message);
    state.put("startedAt", "2026-06-02T09:00:00Z");
    if (!phase.equals("Running")) {
      state.put("finishedAt", "2026-06-02T09:00:04Z");
    }
    content.set(state, "status", "operationState");
    shop.board().apply(Yaml.json(content.content()));
  }
}
