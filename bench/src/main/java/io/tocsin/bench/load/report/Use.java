package io.tocsin.bench.load.report;

import io.tocsin.bench.load.process.Sample;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the controller used, seen from outside.
 *
 * @param cpuToReady processor seconds from its start until it was ready
 * @param cpuIdle processor seconds while nothing happened, the first moments left out
 * @param idleSeconds how long that was; 0 when the run has no such time
 * @param cpuWhole processor seconds from its start to the end of the run
 * @param peakBytes the most resident memory
 * @param steadyBytes the middle of the resident memory while nothing happened, or else since ready
 * @param heapBytes live objects after a full collection
 */
public record Use(
    double cpuToReady,
    double cpuIdle,
    double idleSeconds,
    double cpuWhole,
    long peakBytes,
    long steadyBytes,
    OptionalLong heapBytes,
    List<Sample> samples) {
  public Use {
    samples = List.copyOf(samples);
  }
}
