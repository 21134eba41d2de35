package io.tocsin.controller.reconcile;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.application.AppProject;
import io.tocsin.controller.application.InvalidSpecException;
import io.tocsin.controller.git.GitTrust;
import io.tocsin.controller.git.RepositoryAccess;
import io.tocsin.controller.git.RepositoryCredentials;
import io.tocsin.controller.git.RepositoryId;
import io.tocsin.controller.git.RepositorySecrets;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectHandler;
import io.tocsin.controller.runtime.ObjectInformer;
import io.tocsin.controller.runtime.ObjectInformer.Scope;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.runtime.ServerProbe;
import io.tocsin.controller.webhook.WebhookSecrets;
import io.tocsin.controller.webhook.WebhookSettings;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the control plane's namespace says: projects, {@code argocd-cm}, repositories, clusters and
 * whom to trust. Watched; thread-safe.
 */
final class ControlPlane implements RepositoryAccess, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ControlPlane.class);

  private final String namespace;
  private final Clock clock;
  private final Runnable changed;
  private final Consumer<List<KubeObject>> secretsChanged;
  private final Map<String, AppProject> projects = new ConcurrentHashMap<>();
  private final Map<ObjectKey, KubeObject> secrets = new ConcurrentHashMap<>();
  private final Map<String, Map<String, String>> configMaps = new ConcurrentHashMap<>();
  private final List<ObjectInformer> informers;
  private volatile Settings settings;
  private volatile WebhookSettings webhooks = WebhookSettings.DEFAULT;
  private volatile WebhookSecrets webhookSecrets = new WebhookSecrets(Map.of());
  private volatile RepositorySecrets repositories = RepositorySecrets.of(List.of());

  /**
   * Watches nothing before {@link #start}.
   *
   * @param changed called when something did that may matter to any Application
   * @param secretsChanged called with all Secrets of Argo CD's types, before {@code changed}
   */
  ControlPlane(
      KubernetesClient client,
      ServerProbe probe,
      String namespace,
      Clock clock,
      Runnable changed,
      Consumer<List<KubeObject>> secretsChanged) {
    this.namespace = namespace;
    this.clock = clock;
    this.changed = changed;
    this.secretsChanged = secretsChanged;
    this.settings = Settings.of(Map.of(), clock);
    Scope secretScope =
        new Scope(
            ResourceKind.SECRET,
            Optional.of(namespace),
            RepositorySecrets.TYPE_LABEL,
            Optional.empty());
    Scope own = Scope.one(ResourceKind.SECRET, new ObjectKey(namespace, "argocd-secret"));
    this.informers =
        Stream.concat(
                Stream.of(
                    new ObjectInformer(
                        client,
                        Scope.all(ResourceKind.APP_PROJECT, namespace),
                        probe,
                        handler(this::project)),
                    new ObjectInformer(client, secretScope, probe, handler(this::secret)),
                    new ObjectInformer(client, own, probe, handler(this::ownSecret))),
                Stream.of("argocd-cm", "argocd-ssh-known-hosts-cm", "argocd-tls-certs-cm")
                    .map(name -> Scope.one(ResourceKind.CONFIG_MAP, new ObjectKey(namespace, name)))
                    .map(
                        scope ->
                            new ObjectInformer(client, scope, probe, handler(this::configMap))))
            .toList();
  }

  private interface Change {
    void apply(KubeObject object, boolean present);
  }

  private static ObjectHandler handler(Change change) {
    return new ObjectHandler() {
      @Override
      public void present(KubeObject object) {
        change.apply(object, true);
      }

      @Override
      public void gone(KubeObject last) {
        change.apply(last, false);
      }
    };
  }

  void start() {
    informers.forEach(ObjectInformer::start);
  }

  /** What is not known yet, and why; empty when all is. */
  String unready() {
    return informers.stream()
        .filter(informer -> !informer.synced())
        .findFirst()
        .map(informer -> "waiting for %s: %s".formatted(informer.what(), informer.failure()))
        .orElse("");
  }

  private void project(KubeObject object, boolean present) {
    if (!present) {
      projects.remove(object.name());
    } else {
      try {
        projects.put(object.name(), AppProject.of(object));
      } catch (InvalidSpecException e) {
        log.warn("AppProject {} cannot be read: {}", object.name(), e.getMessage());
        projects.remove(object.name());
      }
    }
    changed.run();
  }

  private void secret(KubeObject object, boolean present) {
    if (present) {
      secrets.put(object.key(), object);
    } else {
      secrets.remove(object.key());
    }
    List<KubeObject> all = List.copyOf(secrets.values());
    repositories = RepositorySecrets.of(all);
    secretsChanged.accept(all);
    changed.run();
  }

  /** What no Application depends on. */
  private void ownSecret(KubeObject object, boolean present) {
    webhookSecrets = present ? WebhookSecrets.of(object) : new WebhookSecrets(Map.of());
  }

  private void configMap(KubeObject object, boolean present) {
    Map<String, String> data = new HashMap<>();
    if (present && object.at("data") instanceof Map<?, ?> map) {
      map.forEach((key, value) -> data.put((String) key, String.valueOf(value)));
    }
    configMaps.put(object.name(), Map.copyOf(data));
    if (object.name().equals("argocd-cm")) {
      settings = Settings.of(data, clock);
      webhooks = WebhookSettings.of(data);
      settings.problems().forEach(problem -> log.warn("argocd-cm: {}", problem));
    }
    changed.run();
  }

  String namespace() {
    return namespace;
  }

  Settings settings() {
    return settings;
  }

  WebhookSettings webhooks() {
    return webhooks;
  }

  /** Absent while it is not known whether there are some. */
  Optional<WebhookSecrets> webhookSecrets() {
    return unready().isEmpty() ? Optional.of(webhookSecrets) : Optional.empty();
  }

  Optional<AppProject> project(String name) {
    return Optional.ofNullable(projects.get(name));
  }

  @Override
  public RepositoryCredentials credentials(RepositoryId repository) {
    return repositories.find(repository);
  }

  @Override
  public GitTrust trust() {
    return new GitTrust(
        configMaps
            .getOrDefault("argocd-ssh-known-hosts-cm", Map.of())
            .getOrDefault("ssh_known_hosts", ""),
        configMaps.getOrDefault("argocd-tls-certs-cm", Map.of()));
  }

  @Override
  public void close() {
    informers.forEach(ObjectInformer::close);
  }
}
