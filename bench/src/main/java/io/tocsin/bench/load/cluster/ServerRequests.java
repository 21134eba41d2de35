package io.tocsin.bench.load.cluster;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts of the API server's metric {@code apiserver_request_total}, less this process's own
 * requests and those for kinds that the API server itself asks for all the time. It counts
 * everybody; a watch is counted when it ends.
 */
public final class ServerRequests {
  private static final Pattern SAMPLE =
      Pattern.compile("^apiserver_request_total\\{(.*)} ([0-9.e+]+)$", Pattern.MULTILINE);
  private static final Pattern VERB = Pattern.compile("\\bverb=\"([^\"]*)\"");
  private static final Pattern RESOURCE = Pattern.compile("\\bresource=\"([^\"]+)\"");

  private static final Set<String> HOUSEKEEPING =
      Set.of(
          "endpoints",
          "endpointslices",
          "flowschemas",
          "namespaces",
          "prioritylevelconfigurations",
          "services");

  private final Map<String, Long> counts;

  private ServerRequests(Map<String, Long> counts) {
    this.counts = counts;
  }

  /** Asks; empty when the API server has no metrics for us. */
  public static Optional<ServerRequests> ask(Api api) {
    Api.Answer answer = api.get("/metrics");
    if (!answer.isGood()) {
      return Optional.empty();
    }
    Map<String, Long> counts = parse(answer.text());
    api.own().now().forEach((key, own) -> counts.computeIfPresent(key, (_, all) -> all - own));
    return Optional.of(new ServerRequests(counts));
  }

  static Map<String, Long> parse(String metrics) {
    Map<String, Long> counts = new TreeMap<>();
    Matcher samples = SAMPLE.matcher(metrics);
    while (samples.find()) {
      Matcher verb = VERB.matcher(samples.group(1));
      Matcher resource = RESOURCE.matcher(samples.group(1));
      if (verb.find() && resource.find() && !HOUSEKEEPING.contains(resource.group(1))) {
        long count = Math.round(Double.parseDouble(samples.group(2)));
        counts.merge(verb.group(1) + " " + resource.group(1), count, Long::sum);
      }
    }
    return counts;
  }

  /** What others asked for since, by verb and resource; only what there was any of. */
  public Map<String, Long> since(ServerRequests before) {
    Map<String, Long> difference = new TreeMap<>();
    counts.forEach(
        (key, count) -> {
          long more = count - before.counts.getOrDefault(key, 0L);
          if (more > 0) {
            difference.put(key, more);
          }
        });
    return difference;
  }
}
