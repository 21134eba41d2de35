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
import io.tocsin.notifier.config.ConfigurationSource;
import io.tocsin.notifier.config.Manifests;
import io.tocsin.notifier.pipeline.Configurations.Scoped;
import io.tocsin.notifier.translate.Translation;
import io.tocsin.notifier.translate.Translation.SecretValue;
import io.tocsin.notifier.translate.kubenotifier.KubeNotifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Notifications of Argo Kube Notifier in the control plane's namespace, each read as a
 * configuration of its own, with the Secrets that it names. Thread-safe.
 */
final class WatchedNotifications implements ObjectHandler {
  private static final ResourceKind KIND =
      new ResourceKind("argoproj.io", "v1alpha1", "Notification", "notifications", true);

  /** Sets their scopes apart from tenants' namespaces, which have no slash. */
  private static final String SCOPE = "notification/";

  private final KubernetesClient client;
  private final ServerProbe probe;
  private final ObjectInformer informer;
  private final Function<String, NamespaceConfiguration> configurations;
  private final BiConsumer<KubeObject, String> problems;
  private final Runnable changed;
  private final Map<ObjectKey, Read> notifications = new ConcurrentHashMap<>();
  private final Map<ObjectKey, ObjectInformer> secrets = new ConcurrentHashMap<>();

  /** A Notification and what became of it. */
  private record Read(
      KubeObject notification, Translation translation, NamespaceConfiguration configuration) {
    Stream<ObjectKey> secrets() {
      return translation.secrets().values().stream()
          .filter(SecretValue.Key.class::isInstance)
          .map(SecretValue.Key.class::cast)
          .map(WatchedNotifications::secret);
    }
  }

  /**
   * Watches nothing before {@link #start}.
   *
   * @param configurations makes the configuration of a scope, which is not read yet
   * @param problems takes what is wrong with a Notification
   * @param changed told when there are other configurations
   */
  WatchedNotifications(
      KubernetesClient client,
      ServerProbe probe,
      String namespace,
      Function<String, NamespaceConfiguration> configurations,
      BiConsumer<KubeObject, String> problems,
      Runnable changed) {
    this.client = client;
    this.probe = probe;
    this.configurations = configurations;
    this.problems = problems;
    this.changed = changed;
    informer = new ObjectInformer(client, Scope.all(KIND, namespace), probe, this);
  }

  void start() {
    informer.start();
  }

  Stream<ObjectInformer> watches() {
    return Stream.concat(Stream.of(informer), secrets.values().stream());
  }

  List<Scoped> list() {
    return notifications.values().stream()
        .flatMap(read -> read.configuration().current().stream())
        .toList();
  }

  /** The configuration of a scope, where it is that of a Notification. */
  Optional<Configuration> in(String scope) {
    return read(scope).flatMap(read -> read.configuration().current()).map(Scoped::configuration);
  }

  /** The Notification that a scope is of. */
  Optional<KubeObject> about(String scope) {
    return read(scope).map(Read::notification);
  }

  private Optional<Read> read(String scope) {
    return notifications.values().stream()
        .filter(read -> scope.equals(SCOPE + read.notification().name()))
        .findFirst();
  }

  @Override
  public synchronized void present(KubeObject notification) {
    Read before = notifications.get(notification.key());
    if (before != null
        && Objects.equals(before.notification().at("spec"), notification.at("spec"))) {
      return;
    }
    Translation translation = KubeNotifier.translate(notification);
    Read read =
        new Read(
            notification,
            translation,
            before == null
                ? configurations.apply(SCOPE + notification.name())
                : before.configuration());
    notifications.put(notification.key(), read);
    translation.notes().forEach(note -> problems.accept(notification, note.toString()));
    watchSecrets();
    read(read);
  }

  @Override
  public synchronized void gone(KubeObject last) {
    Read read = notifications.remove(last.key());
    if (read != null) {
      read.configuration().forget();
      watchSecrets();
      changed.run();
    }
  }

  /** Those that Notifications name, and no others. */
  private void watchSecrets() {
    Set<ObjectKey> named =
        notifications.values().stream().flatMap(Read::secrets).collect(Collectors.toSet());
    for (ObjectKey secret : Set.copyOf(secrets.keySet())) {
      if (!named.contains(secret)) {
        secrets.remove(secret).close();
      }
    }
    named.forEach(secret -> secrets.computeIfAbsent(secret, this::watched));
  }

  private ObjectInformer watched(ObjectKey secret) {
    ObjectInformer watch =
        new ObjectInformer(client, Scope.one(ResourceKind.SECRET, secret), probe, new OfSecret());
    watch.start();
    return watch;
  }

  private void read(Read read) {
    ConfigurationSource source =
        new ConfigurationSource(
            read.notification().namespace(),
            read.translation().data(),
            values(read.translation()),
            Map.of());
    var _ = read.configuration().read(read.notification(), source);
    changed.run();
  }

  private Map<String, byte[]> values(Translation translation) {
    Map<String, byte[]> values = new HashMap<>();
    translation
        .secrets()
        .forEach(
            (name, value) -> {
              if (value instanceof SecretValue.Key key) {
                Optional.ofNullable(secrets.get(secret(key)))
                    .flatMap(watch -> watch.get(secret(key)))
                    .map(Manifests::bytes)
                    .map(data -> data.get(key.key()))
                    .ifPresent(bytes -> values.put(name, bytes));
              }
            });
    return values;
  }

  private static ObjectKey secret(SecretValue.Key key) {
    return new ObjectKey(key.namespace(), key.secret());
  }

  /** Reads the Notifications that name the Secret. */
  private final class OfSecret implements ObjectHandler {
    @Override
    public void present(KubeObject secret) {
      synchronized (WatchedNotifications.this) {
        notifications.values().stream()
            .filter(read -> read.secrets().anyMatch(secret.key()::equals))
            .forEach(WatchedNotifications.this::read);
      }
    }

    @Override
    public void gone(KubeObject last) {
      present(last);
    }
  }
}
