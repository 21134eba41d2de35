package io.tocsin.notifier.lint;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
  /** Something does not work. */
  ERROR,
  /** Something works, but hardly as meant. */
  WARNING,
  /** Something could not be checked. */
  NOTE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
