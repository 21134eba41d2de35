package io.tocsin.bench.load.report;

import io.tocsin.bench.load.cluster.Alone;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When things happened; moments are of {@link System#nanoTime}.
 *
 * @param readySeconds from each start of the controller until it was ready
 * @param watchedSeconds from its first start until all kinds were watched that only configurations
 *     name
 * @param listSeconds how long a list of all applications took just before
 * @param alone what the API server did without the controller
 * @param began when the first turn was about to be sent
 * @param turned when the last turn was answered
 * @param killed when the controller was killed
 */
public record Timing(
    List<Double> readySeconds,
    Optional<Double> watchedSeconds,
    Optional<Double> listSeconds,
    Optional<Alone> alone,
    long began,
    long turned,
    OptionalLong killed) {
  public Timing {
    readySeconds = List.copyOf(readySeconds);
  }
}
