package io.tocsin.notifier.migrate;

/** Looks for differences of one kind. */
@FunctionalInterface
interface Check {
  /** Looks at one configuration; {@code found} is about its ConfigMap. */
  void look(Settings settings, Live live, Found found);
}
