package io.tocsin.controller.runtime;

/** The order of an object's resource versions. */
public final class ResourceVersions {
  private ResourceVersions() {}

  /**
   * Whether one version is older than another. They are numbers in practice; where one is not, it
   * is not older: the later arrival counts.
   */
  public static boolean older(String one, String other) {
    try {
      return Long.parseUnsignedLong(one) < Long.parseUnsignedLong(other);
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
