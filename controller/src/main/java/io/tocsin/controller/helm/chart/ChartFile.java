package io.tocsin.controller.helm.chart;

import java.nio.charset.StandardCharsets;

/**
 * A file of a chart.
 *
 * @param path within the chart, with slashes, such as {@code templates/service.yaml}
 * @param data shared by all readers, so never changed by anyone
 */
@SuppressWarnings("ArrayRecordComponent") // identity is enough: nobody compares files
public record ChartFile(String path, byte[] data) {
  public ChartFile(String path, String text) {
    this(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The text, without a byte order mark. */
  public String text() {
    String text = new String(data, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The part of the path after the last slash. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  ChartFile at(String other) {
    return new ChartFile(other, data);
  }
}
