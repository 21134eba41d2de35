package io.tocsin.controller.helm.chart;

import io.tocsin.templates.functions.Versions;

/** Whether a version lies in a range. */
public final class Compatibility {
  private Compatibility() {}

  /** What is no version or no range is not compatible. */
  public static boolean isCompatible(String range, String version) {
    try {
      return Versions.allows(range, version);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
