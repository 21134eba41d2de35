package io.tocsin.notifier.cli;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tocsin.controller.git.GitSettings;
import io.tocsin.controller.git.RepositoryAccess;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.cluster.KubernetesCluster;
import io.tocsin.notifier.cluster.ControllerOptions;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.ConfigurationSource;
import io.tocsin.notifier.config.Manifests;
import io.tocsin.notifier.config.WatchedResource;
import io.tocsin.notifier.pipeline.RepositoryFacts;
import io.tocsin.notifier.records.Delayed;
import io.tocsin.notifier.records.Records;
import io.tocsin.notifier.repository.ClusterCredentials;
import io.tocsin.notifier.repository.FactsOnDemand;
import io.tocsin.notifier.repository.GitFacts;
import io.tocsin.notifier.repository.Repositories;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a command of the debug CLI reads the configuration and the Application from. */
final class ConfigurationOptions {
  private static final String EMPTY = ":empty";

  @Mixin private ConfigMapOptions from;

  @Option(
      names = "--secret",
      paramLabel = "FILE|" + EMPTY,
      description =
          "Read " + ControllerOptions.SECRET + " from a file; '" + EMPTY + "' for an empty one.")
  private String secret;

  @Option(
      names = "--resource",
      paramLabel = "NAME",
      description =
          "What the object is watched as: the ConfigMap's key resource.NAME. Without it, it is an"
              + " Application.")
  private String resource;

  /** The control plane's namespace; no cluster is asked when the ConfigMap is a file. */
  String namespace() {
    return from.namespace();
  }

  /** A client of the cluster, to be closed. */
  KubernetesClient client() {
    return cluster().client();
  }

  private ClusterOptions cluster() {
    return from.cluster();
  }

  ConfigurationSource source() {
    KubeObject config = from.read();
    KubeObject secrets = secrets();
    return new ConfigurationSource(
        config.namespace(), Manifests.texts(config), Manifests.bytes(secrets), certificates());
  }

  private Map<String, String> certificates() {
    if (from.isFile()) {
      return Map.of();
    }
    ObjectKey key = new ObjectKey(cluster().namespace(), ControllerOptions.CERTIFICATES);
    return cluster()
        .ask(
            "ConfigMap " + key,
            client -> ConfigMapOptions.find(client, ResourceKind.CONFIG_MAP, key))
        .map(Manifests::texts)
        .orElseGet(Map::of);
  }

  private KubeObject secrets() {
    if (EMPTY.equals(secret)) {
      return new KubeObject(Map.of());
    }
    return secret == null
        ? required(ResourceKind.SECRET, ControllerOptions.SECRET)
        : ConfigMapOptions.fromFile(secret, ResourceKind.SECRET, ControllerOptions.SECRET);
  }

  /** An Application: a file's, where there is such a file, else the cluster's. */
  KubeObject application(String nameOrFile) {
    Path file = Path.of(nameOrFile);
    if (Files.isRegularFile(file)) {
      return Manifests.read(nameOrFile).stream()
          .filter(object -> object.kind().equals(ResourceKind.APPLICATION.kind()))
          .findFirst()
          .orElseThrow(() -> new CommandException("file " + file + " has no Application"));
    }
    return from.required(
        ResourceKind.APPLICATION, ObjectKey.parse(nameOrFile, cluster().namespace()));
  }

  /** Whether the object may be something else than an Application. */
  boolean ofAnyKind() {
    return resource != null;
  }

  /** An Application, or what the option says: a file's, where there is such a file, else live. */
  Looked object(Configuration configuration, Supplier<Configuration> all, String nameOrFile) {
    if (resource == null) {
      return new Looked(application(nameOrFile), Optional.empty());
    }
    WatchedResource watched = configuration.resources().get(resource);
    if (watched == null) {
      throw new CommandException(
          Setup.broken(
              all.get(), "resource." + resource, "resource", resource, Configuration::resources));
    }
    return new Looked(object(watched, nameOrFile), Optional.of(watched));
  }

  private KubeObject object(WatchedResource watched, String nameOrFile) {
    if (!Files.isRegularFile(Path.of(nameOrFile))) {
      return live(watched, nameOrFile);
    }
    return Manifests.read(nameOrFile).stream()
        .filter(watched::means)
        .findFirst()
        .orElseThrow(
            () -> new CommandException("file " + nameOrFile + " has no " + watched.title()));
  }

  private KubeObject live(WatchedResource watched, String name) {
    ResourceKind kind =
        cluster()
            .ask(
                watched.title(),
                client ->
                    new KubernetesCluster(client)
                        .discovery()
                        .find(watched.group(), watched.version(), watched.type())
                        .orElseThrow(
                            () ->
                                new CommandException(
                                    "the API server does not serve " + watched.title())));
    return from.required(
        kind,
        kind.namespaced() ? ObjectKey.parse(name, cluster().namespace()) : new ObjectKey("", name));
  }

  /** The records that the control plane's namespace has; none where no cluster is asked. */
  <T> List<T> records(String configMapName, Function<String, Optional<T>> parse) {
    if (from.isFile()) {
      return List.of();
    }
    ObjectKey key = new ObjectKey(cluster().namespace(), configMapName);
    return cluster()
        .ask("ConfigMap " + key, client -> new Records(client, key).read())
        .values()
        .stream()
        .flatMap(json -> parse.apply(json).stream())
        .toList();
  }

  /** What Events say is being tried again; nothing where no cluster is asked or none are seen. */
  List<Delayed> delays(ObjectKey application) {
    return from.isFile()
        ? List.of()
        : cluster().ask("Events", client -> delays(client, application));
  }

  private static List<Delayed> delays(KubernetesClient client, ObjectKey application) {
    try {
      return client
          .v1()
          .events()
          .inNamespace(application.namespace())
          .withField("involvedObject.name", application.name())
          .list()
          .getItems()
          .stream()
          .filter(event -> Delayed.REASON.equals(event.getReason()))
          .filter(event -> event.getMessage() != null && event.getLastTimestamp() != null)
          .flatMap(
              event ->
                  Delayed.parse(event.getMessage(), Instant.parse(event.getLastTimestamp()))
                      .stream())
          .toList();
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
        return List.of();
      }
      throw e;
    }
  }

  /** The options by which a further command finds the same namespace, after a space; or nothing. */
  String where() {
    return cluster().where();
  }

  /** What a tenant's configuration is read from, where it has one. */
  Optional<ConfigurationSource> tenantSource(String namespace) {
    ObjectKey key = new ObjectKey(namespace, ControllerOptions.CONFIG_MAP);
    ObjectKey secretKey = new ObjectKey(namespace, ControllerOptions.SECRET);
    return cluster()
        .ask(
            "ConfigMap " + key,
            client -> ConfigMapOptions.find(client, ResourceKind.CONFIG_MAP, key))
        .map(
            config ->
                new ConfigurationSource(
                    namespace,
                    Manifests.texts(config),
                    cluster()
                        .ask(
                            "Secret " + secretKey,
                            c -> ConfigMapOptions.find(c, ResourceKind.SECRET, secretKey))
                        .map(Manifests::bytes)
                        .orElseGet(Map::of),
                    certificates()));
  }

  /** The project of an Application, where a cluster is at hand that has it. */
  Optional<KubeObject> project(ObjectKey key) {
    if (from.isFile()) {
      return Optional.empty();
    }
    return cluster()
        .ask(
            "AppProject " + key,
            client -> ConfigMapOptions.find(client, ResourceKind.APP_PROJECT, key));
  }

  /** What repositories of Applications say, where a cluster is at hand that has credentials. */
  Optional<RepositoryFacts> facts() {
    return from.isFile() ? Optional.empty() : Optional.of(new FactsOnDemand(this::openFacts));
  }

  /** With clones that the next command finds again. */
  private RepositoryFacts openFacts() {
    Clock clock = Clock.systemUTC();
    Path folder = Path.of(System.getProperty("user.home"), ".cache", "tocsin", "repositories");
    RepositoryAccess access =
        new ClusterCredentials(cluster().client(), cluster().namespace(), clock);
    return new GitFacts(
        Repositories.of(GitSettings.in(folder), access, clock), cluster().namespace(), clock);
  }

  private KubeObject required(ResourceKind kind, String name) {
    return from.required(kind, new ObjectKey(cluster().namespace(), name));
  }
}
