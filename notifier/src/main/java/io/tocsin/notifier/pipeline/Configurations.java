package io.tocsin.notifier.pipeline;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.WatchedResource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The newest configurations, by whom they belong to. Thread-safe. */
public interface Configurations {
  /** Those that speak for an object, the control plane's first. */
  List<Scoped> of(KubeObject object);

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
   * @param resource what of it the object is watched as, absent for an Application
   */
  record Scoped(
      String scope,
      Configuration configuration,
      FormerConditions former,
      Optional<WatchedResource> resource) {
    /** For Applications. */
    public Scoped(String scope, Configuration configuration, FormerConditions former) {
      this(scope, configuration, former, Optional.empty());
    }

    /** The same for objects of another kind. */
    public Scoped as(WatchedResource watched) {
      return new Scoped(scope, configuration, former, Optional.of(watched));
    }
  }

  /** The control plane's alone, or none while there is none. */
  static Configurations only(Supplier<Optional<Configuration>> configuration) {
    return new Configurations() {
      @Override
      public List<Scoped> of(KubeObject object) {
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
