package io.tocsin.notifier.cluster;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectHandler;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.ConfigurationReader;
import io.tocsin.notifier.config.ConfigurationSource;
import io.tocsin.notifier.config.Manifests;
import io.tocsin.notifier.config.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest configuration of a ConfigMap and a Secret that are watched. Thread-safe; {@link #get}
 * takes no lock.
 */
final class WatchedConfiguration implements Supplier<Optional<Configuration>> {
  private static final Logger log = LoggerFactory.getLogger(WatchedConfiguration.class);

  private final ControllerOptions options;
  private final ConfigurationReader reader;
  private final Consumer<Configuration> changed;
  private Optional<Map<String, String>> data = Optional.empty();
  private Map<String, byte[]> secrets = Map.of();
  private Map<String, String> certificates = Map.of();
  private volatile Optional<Configuration> current = Optional.empty();
  private boolean started;

  WatchedConfiguration(
      ControllerOptions options, ConfigurationReader reader, Consumer<Configuration> changed) {
    this.options = options;
    this.reader = reader;
    this.changed = changed;
  }

  @Override
  public Optional<Configuration> get() {
    return current;
  }

  ObjectHandler configMap() {
    return new Half(object -> data = object.map(Manifests::texts));
  }

  ObjectHandler secret() {
    return new Half(object -> secrets = object.map(Manifests::bytes).orElseGet(Map::of));
  }

  ObjectHandler certificates() {
    return new Half(object -> certificates = object.map(Manifests::texts).orElseGet(Map::of));
  }

  /** Reads for the first time, when both watches have shown what there is. */
  synchronized void start(boolean secretPresent) {
    started = true;
    if (data.isEmpty()) {
      log.warn(
          "ConfigMap {}/{} does not exist: nobody is told anything until it does",
          options.namespace(),
          options.configMap());
    }
    if (!secretPresent) {
      log.warn(
          "Secret {}/{} does not exist: services that refer to it are off until it does",
          options.namespace(),
          options.secret());
    }
    read();
  }

  private void read() {
    if (data.isEmpty()) {
      current = Optional.empty();
    }
    if (!started || data.isEmpty()) {
      return;
    }
    ConfigurationSource source =
        new ConfigurationSource(options.namespace(), data.get(), secrets, certificates);
    Configuration next = reader.read(source, current);
    next.problems().forEach(this::report);
    log.info(
        "configuration read: {} services, {} triggers, {} templates, {} problems",
        next.services().size(),
        next.triggers().size(),
        next.templates().size(),
        next.problems().size());
    Optional<Configuration> last = current;
    current = Optional.of(next);
    last.ifPresent(before -> before.closeServicesNotIn(next));
    changed.accept(next);
  }

  private void report(Problem problem) {
    String object = "ConfigMap " + options.namespace() + "/" + options.configMap();
    switch (problem.severity()) {
      case ERROR -> log.error("{}: {}", object, problem);
      case WARNING -> log.warn("{}: {}", object, problem);
    }
  }

  private final class Half implements ObjectHandler {
    private final Consumer<Optional<KubeObject>> take;

    Half(Consumer<Optional<KubeObject>> take) {
      this.take = take;
    }

    @Override
    public void present(KubeObject object) {
      change(Optional.of(object));
    }

    @Override
    public void gone(KubeObject last) {
      log.warn("{} {} was deleted", last.kind(), last.key());
      change(Optional.empty());
    }

    private void change(Optional<KubeObject> object) {
      synchronized (WatchedConfiguration.this) {
        take.accept(object);
        read();
      }
    }
  }
}
