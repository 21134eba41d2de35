package io.tocsin.bench.load.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line says otherwise than the file.
 *
 * @param applications for each run in turn, the last one for those that are left; empty: as the
 *     file says
 * @param idle how long nothing happens
 */
public record Overrides(List<Integer> applications, Optional<Duration> idle) {
  public Overrides {
    applications = List.copyOf(applications);
  }

  /** As the file says. */
  public static Overrides none() {
    return new Overrides(List.of(), Optional.empty());
  }

  Map<String, Object> of(int run) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (!applications.isEmpty()) {
      values.put("applications", applications.get(Math.min(run, applications.size() - 1)));
    }
    idle.ifPresent(time -> values.put("idle", time.toSeconds() + "s"));
    return values;
  }
}
