package io.tocsin.controller.customization;

import io.tocsin.controller.project.Glob;

/**
 * A key of {@code resource.customizations}: a kind of the core group, {@code group/Kind}, or a glob
 * of such, in which an asterisk stands for slashes too.
 */
record GroupKindPattern(String text, Glob glob) {
  static GroupKindPattern of(String text) {
    return new GroupKindPattern(text, Glob.of(text));
  }

  boolean isGlob() {
    return text.chars().anyMatch(letter -> "*?[{".indexOf(letter) >= 0);
  }

  /** The one that stands for all stands for kinds of the core group, too, without a slash. */
  boolean matches(String key) {
    return text.equals("*/*") || glob.matches(key);
  }
}
