package io.tocsin.bench.load.report;

import java.util.Map;

/**
 * Requests of others than the harness, by verb and resource.
 *
 * @param toReady from the controller's start until it was ready, and all kinds were watched
 * @param idle while nothing happened, the first moments left out
 * @param turning from the first turn to the end of the run
 */
public record Requests(
    Map<String, Long> toReady, Map<String, Long> idle, Map<String, Long> turning) {
  public Requests {
    toReady = Map.copyOf(toReady);
    idle = Map.copyOf(idle);
    turning = Map.copyOf(turning);
  }
}
