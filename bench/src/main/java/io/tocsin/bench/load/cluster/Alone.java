package io.tocsin.bench.load.cluster;

import io.tocsin.bench.load.scenario.RunPlan;
import java.time.Duration;
import java.util.List;

/**
 * What the API server itself can do: for each turn two patches (a message costs the turn and the
 * mark that it was told), and one watcher of each kind who sees every event. No controller runs.
 *
 * @param patches how many patches and events
 * @param seconds from the first patch until the last was answered and its event seen
 */
public record Alone(int patches, double seconds) {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** Measures it on objects that exist. */
  public static Alone measure(Api api, Population population, RunPlan plan)
      throws InterruptedException {
    int turns = plan.flips().turns(plan.applications());
    int patches = 2 * turns;
    List<Watcher> watchers =
        population.form().kinds().stream().map(kind -> new Watcher(api, kind)).toList();
    try {
      long start = System.nanoTime();
      Parallel.run(patches, plan.flips().parallel(), task -> population.patchTwice(task, turns));
      await(watchers, patches);
      return new Alone(patches, (System.nanoTime() - start) / 1e9);
    } finally {
      watchers.forEach(Watcher::close);
    }
  }

  private static void await(List<Watcher> watchers, int events) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    for (long seen = seen(watchers); seen < events; seen = seen(watchers)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "The watch of the API server showed %d of %d events.".formatted(seen, events));
      }
      Thread.sleep(1);
    }
  }

  private static long seen(List<Watcher> watchers) {
    return watchers.stream().mapToLong(Watcher::seen).sum();
  }

  public double perSecond() {
    return patches / seconds;
  }
}
