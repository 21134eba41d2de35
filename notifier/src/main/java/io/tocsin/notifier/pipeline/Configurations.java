package io.tocsin.notifier.pipeline;

import io.tocsin.notifier.config.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The newest configurations, by whom they belong to. Thread-safe. */
public interface Configurations {
  /** Those that speak for objects of a namespace, the control plane's first. */
  List<Scoped> of(String namespace);

  /**
   * One of them.
   *
   * @param scope as {@link Scoped} has it
   */
  Optional<Configuration> in(String scope);

  /**
   * A configuration and whose it is.
   *
   * @param scope a tenant's namespace, empty for the control plane
   */
  record Scoped(String scope, Configuration configuration, FormerConditions former) {}

  /** The control plane's alone, or none while there is none. */
  static Configurations only(Supplier<Optional<Configuration>> configuration) {
    return new Configurations() {
      @Override
      public List<Scoped> of(String namespace) {
        return configuration.get().stream()
            .map(current -> new Scoped("", current, FormerConditions.NONE))
            .toList();
      }

      @Override
      public Optional<Configuration> in(String scope) {
        return scope.isEmpty() ? configuration.get() : Optional.empty();
      }
    };
  }
}
