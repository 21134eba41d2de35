package io.tocsin.controller.helm.chart;

import io.tocsin.controller.tree.SourceException;

/** Why a chart cannot be had or rendered, in one sentence that names the chart and the file. */
public class HelmException extends SourceException {
  private static final long serialVersionUID = 1L;

  public HelmException(String message) {
    super(message);
  }

  public HelmException(String message, Throwable cause) {
    super(message, cause);
  }
}
