package io.tocsin.notifier.cli;

/** What {@code -o} takes. */
public enum OutputFormat {
  WIDE,
  NAME,
  JSON,
  YAML;

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
