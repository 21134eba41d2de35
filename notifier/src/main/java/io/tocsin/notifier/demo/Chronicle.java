package io.tocsin.notifier.demo;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.pipeline.PipelineListener;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Shows each state that an Application comes to. Thread-safe. */
final class Chronicle implements PipelineListener {
  private static final int LONGEST = 160;

  private final Screen screen;
  private String shown = "";
  private Optional<KubeObject> latest = Optional.empty();

  Chronicle(Screen screen) {
    this.screen = screen;
  }

  /** What is the same for all states of one operation. */
  static String operation(KubeObject application) {
    return application.text("status", "operationState", "startedAt").orElse("")
        + application.at("status", "operationState", "operation");
  }

  synchronized String operation() {
    return latest.map(Chronicle::operation).orElse("");
  }

  @Override
  public synchronized void processed(KubeObject application) {
    latest = Optional.of(application);
    String state = state(application);
    if (!state.equals(shown)) {
      shown = state;
      screen.line("   " + state);
    }
    notifyAll();
  }

  private static String state(KubeObject application) {
    String phase = text(application, "none", "operationState", "phase");
    String reason =
        phase.equals("Failed")
            ? ": " + first(text(application, "", "operationState", "message"))
            : "";
    return "sync %s, health %s, operation %s%s"
        .formatted(
            text(application, "Unknown", "sync", "status"),
            text(application, "Unknown", "health", "status"),
            phase,
            reason);
  }

  private static String first(String message) {
    return message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
  }

  private static String text(KubeObject application, String otherwise, String key, String inner) {
    return application.text("status", key, inner).orElse(otherwise);
  }

  /**
   * Waits for a state.
   *
   * @throws IllegalStateException when it has not come in time, with what there is instead
   */
  synchronized void await(Predicate<KubeObject> wanted, Duration limit)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (latest.filter(wanted).isEmpty()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new IllegalStateException("the Application is not as it should be: " + shown);
      }
      wait(left);
    }
  }
}
