package io.tocsin.controller.kustomize;

/** Where another repository is, as it may be shown. */
final class GitLocation {
  private GitLocation() {}

  /** Without user and password. */
  static String show(String entry) {
    return entry.replaceFirst("://[^/@]*@", "://");
  }
}
