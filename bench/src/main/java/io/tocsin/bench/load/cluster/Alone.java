package io.tocsin.bench.load.cluster;

import io.tocsin.bench.load.scenario.RunPlan;
import java.time.Duration;

/**
 * What the API server itself can do: for each turn two patches (a message costs the turn and the
 * mark that it was told), and one watcher who sees every event. No controller runs.
 *
 * @param patches how many patches and events
 * @param seconds from the first patch until the last was answered and its event seen
 */
public record Alone(int patches, double seconds) {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** Measures it on applications that exist. */
  public static Alone measure(Api api, String namespace, Applications applications, RunPlan plan)
      throws InterruptedException {
    int turns = plan.flips().turns(plan.applications());
    int patches = 2 * turns;
    try (Watcher watcher = new Watcher(api, namespace)) {
      long start = System.nanoTime();
      Parallel.run(patches, plan.flips().parallel(), task -> applications.patchTwice(task, turns));
      await(watcher, patches);
      return new Alone(patches, (System.nanoTime() - start) / 1e9);
    }
  }

  private static void await(Watcher watcher, int events) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (watcher.seen() < events) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "The watch of the API server showed %d of %d events."
                .formatted(watcher.seen(), events));
      }
      Thread.sleep(1);
    }
  }

  public double perSecond() {
    return patches / seconds;
  }
}
