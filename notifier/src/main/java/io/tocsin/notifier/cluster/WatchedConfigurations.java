package io.tocsin.notifier.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectHandler;
import io.tocsin.controller.runtime.ObjectInformer;
import io.tocsin.controller.runtime.ObjectInformer.Scope;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.runtime.ServerProbe;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.ConfigurationReader;
import io.tocsin.notifier.config.Manifests;
import io.tocsin.notifier.config.NamespacePatterns;
import io.tocsin.notifier.config.Problem;
import io.tocsin.notifier.pipeline.ConditionHistory;
import io.tocsin.notifier.pipeline.Configurations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The control plane's configuration and, where tenants have their own, those of their namespaces,
 * each read anew when its ConfigMap, its Secret or the hosts' certificates change.
 */
final class WatchedConfigurations implements Configurations {
  private static final Logger log = LoggerFactory.getLogger(WatchedConfigurations.class);

  private static final Executor SETTLED = CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS);

  private final ControllerOptions options;
  private final Readers readers;
  private final ConditionHistory history;
  private final BiConsumer<KubeObject, Problem> problems;
  private final BiConsumer<String, Configuration> changed;
  private final NamespacePatterns tenants;
  private final ObjectInformer configMaps;
  private final ObjectInformer secrets;
  private final ObjectInformer certificates;
  private final Map<String, NamespaceConfiguration> byScope = new ConcurrentHashMap<>();
  private volatile boolean started;

  /**
   * What reads configurations.
   *
   * @param tenants with what tenants may do, by namespace; absent where they have no configurations
   *     of their own
   */
  record Readers(
      ConfigurationReader controlPlane, Optional<Function<String, ConfigurationReader>> tenants) {}

  /**
   * Watches nothing before {@link #watches} are started.
   *
   * @param problems takes what is wrong with a key of a ConfigMap
   * @param changed takes whose configuration changed, and the new one
   */
  WatchedConfigurations(
      KubernetesClient client,
      ServerProbe probe,
      ControllerOptions options,
      Readers readers,
      ConditionHistory history,
      BiConsumer<KubeObject, Problem> problems,
      BiConsumer<String, Configuration> changed) {
    this.options = options;
    this.readers = readers;
    this.history = history;
    this.problems = problems;
    this.changed = changed;
    tenants = NamespacePatterns.of(options.applicationNamespaces());
    ObjectHandler handler = new OfNamespace();
    configMaps =
        new ObjectInformer(
            client, scope(ResourceKind.CONFIG_MAP, options.configMap()), probe, handler);
    secrets =
        new ObjectInformer(client, scope(ResourceKind.SECRET, options.secret()), probe, handler);
    ObjectKey hosts = new ObjectKey(options.namespace(), ControllerOptions.CERTIFICATES);
    certificates =
        new ObjectInformer(client, Scope.one(ResourceKind.CONFIG_MAP, hosts), probe, new OfAll());
  }

  List<ObjectInformer> watches() {
    return List.of(configMaps, secrets, certificates);
  }

  /** Reads for the first time, when all watches have shown what there is. */
  void start() {
    started = true;
    missing(ResourceKind.CONFIG_MAP, configMaps, options.configMap())
        .ifPresent(
            name -> log.warn("{} does not exist: nobody is told anything until it does", name));
    missing(ResourceKind.SECRET, secrets, options.secret())
        .ifPresent(
            name ->
                log.warn(
                    "{} does not exist: services that refer to it are off until it does", name));
    configMaps.list().stream().map(KubeObject::namespace).forEach(this::read);
  }

  @Override
  public List<Scoped> of(KubeObject object) {
    return Stream.of(controlPlane(), current(object.namespace()))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  @Override
  public Optional<Configuration> in(String scope) {
    return current(scope.isEmpty() ? options.namespace() : scope).map(Scoped::configuration);
  }

  /** The control plane's own. */
  Optional<Scoped> controlPlane() {
    return current(options.namespace());
  }

  /** The object that the control plane's is read from. */
  Optional<KubeObject> configMap() {
    return configMaps.get(new ObjectKey(options.namespace(), options.configMap()));
  }

  /** Keys that cannot be used, in all configurations. */
  long errors() {
    return byScope.values().stream()
        .flatMap(configuration -> configuration.current().stream())
        .flatMap(scoped -> scoped.configuration().problems().stream())
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .count();
  }

  private Optional<Scoped> current(String namespace) {
    return Optional.ofNullable(byScope.get(namespace)).flatMap(NamespaceConfiguration::current);
  }

  private Optional<String> missing(ResourceKind kind, ObjectInformer watch, String name) {
    ObjectKey key = new ObjectKey(options.namespace(), name);
    return watch.get(key).isPresent() ? Optional.empty() : Optional.of(kind.kind() + " " + key);
  }

  private Scope scope(ResourceKind kind, String name) {
    return readers.tenants().isPresent()
        ? new Scope(kind, Optional.empty(), "", Optional.of(name))
        : Scope.one(kind, new ObjectKey(options.namespace(), name));
  }

  private synchronized void read(String namespace) {
    if (!started || !speaks(namespace)) {
      return;
    }
    Optional<KubeObject> configMap = configMaps.get(new ObjectKey(namespace, options.configMap()));
    if (configMap.isEmpty()) {
      Optional.ofNullable(byScope.remove(namespace)).ifPresent(NamespaceConfiguration::forget);
      return;
    }
    Optional<KubeObject> secret = secrets.get(new ObjectKey(namespace, options.secret()));
    Configuration next =
        byScope
            .computeIfAbsent(namespace, this::configuration)
            .read(configMap.get(), secret, hosts());
    changed.accept(namespace, next);
  }

  private boolean speaks(String namespace) {
    return namespace.equals(options.namespace())
        || (readers.tenants().isPresent() && tenants.matches(namespace));
  }

  private NamespaceConfiguration configuration(String namespace) {
    return namespace.equals(options.namespace())
        ? beside("")
        : configuration(namespace, readers.tenants().orElseThrow().apply(namespace));
  }

  /** One that is read as the control plane's is, from something else. */
  NamespaceConfiguration beside(String scope) {
    return configuration(scope, readers.controlPlane());
  }

  private NamespaceConfiguration configuration(String scope, ConfigurationReader reader) {
    return new NamespaceConfiguration(scope, reader, history, problems, SETTLED);
  }

  private Map<String, String> hosts() {
    return certificates
        .get(new ObjectKey(options.namespace(), ControllerOptions.CERTIFICATES))
        .map(Manifests::texts)
        .orElseGet(Map::of);
  }

  /** Reads the configuration of the namespace that something changed in. */
  private final class OfNamespace implements ObjectHandler {
    @Override
    public void present(KubeObject object) {
      read(object.namespace());
    }

    @Override
    public void gone(KubeObject last) {
      log.warn("{} {} was deleted", last.kind(), last.key());
      read(last.namespace());
    }
  }

  /** Reads all configurations: the certificates are for every one. */
  private final class OfAll implements ObjectHandler {
    @Override
    public void present(KubeObject object) {
      configMaps.list().stream()
          .map(KubeObject::namespace)
          .forEach(WatchedConfigurations.this::read);
    }

    @Override
    public void gone(KubeObject last) {
      present(last);
    }
  }
}
