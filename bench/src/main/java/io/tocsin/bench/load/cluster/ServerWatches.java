package io.tocsin.bench.load.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many watches of each resource are under way, by the API server's metric {@code
 * apiserver_longrunning_requests}, formerly {@code apiserver_longrunning_gauge}.
 */
public final class ServerWatches {
  private static final Pattern SAMPLE =
      Pattern.compile(
          "^apiserver_longrunning_(?:gauge|requests)\\{(.*)} ([0-9.e+]+)$", Pattern.MULTILINE);
  private static final Pattern RESOURCE = Pattern.compile("\\bresource=\"([^\"]+)\"");
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration INTERVAL = Duration.ofMillis(50);

  private final Map<String, Long> counts;

  private ServerWatches(Map<String, Long> counts) {
    this.counts = counts;
  }

  /** Asks; empty when the API server has no metrics for us. */
  public static Optional<ServerWatches> ask(Api api) {
    Api.Answer answer = api.get("/metrics");
    return answer.isGood()
        ? Optional.of(new ServerWatches(parse(answer.text())))
        : Optional.empty();
  }

  static Map<String, Long> parse(String metrics) {
    Map<String, Long> counts = new TreeMap<>();
    Matcher samples = SAMPLE.matcher(metrics);
    while (samples.find()) {
      Matcher resource = RESOURCE.matcher(samples.group(1));
      if (resource.find() && samples.group(1).contains("verb=\"WATCH\"")) {
        long count = Math.round(Double.parseDouble(samples.group(2)));
        counts.merge(resource.group(1), count, Long::sum);
      }
    }
    return counts;
  }

  /**
   * Waits until each of these kinds has more watches than at this time.
   *
   * @throws IllegalStateException when one has not after ten minutes
   */
  public void awaitMore(Api api, List<Served> kinds) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!ask(api).map(now -> moreOfAll(now, kinds)).orElse(false)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The controller does not watch all kinds.");
      }
      Thread.sleep(INTERVAL);
    }
  }

  private boolean moreOfAll(ServerWatches now, List<Served> kinds) {
    return kinds.stream()
        .map(Served::resource)
        .allMatch(name -> now.counts.getOrDefault(name, 0L) > counts.getOrDefault(name, 0L));
  }
}
