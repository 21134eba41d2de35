package io.tocsin.controller.helm.registry;

import io.tocsin.controller.helm.chart.HelmException;
import java.util.List;

/** Where charts come from. Thread-safe. */
sealed interface ChartOrigin extends AutoCloseable permits HelmRepository, OciRegistry {
  /** An archive, in bytes. */
  int LARGEST_ARCHIVE = 64 << 20;

  /**
   * The versions of a chart; empty when there is no such chart.
   *
   * @throws HelmException when the origin cannot be read
   */
  List<String> versions(String chart);

  /**
   * The archive of one of those versions.
   *
   * @throws HelmException when it cannot be read or is not what it should be
   */
  byte[] archive(String chart, String version);

  /** Believes nothing any more that was kept of the versions. */
  default void forget() {}

  @Override
  void close();
}
