package io.tocsin.notifier.demo;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.ApplyOptions;
import io.tocsin.controller.sync.cluster.KubernetesCluster;
import io.tocsin.notifier.cluster.ControllerOptions;
import io.tocsin.notifier.cluster.NotificationController;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.observability.Metrics;
import io.tocsin.notifier.pipeline.PipelineListener;
import io.tocsin.notifier.pipeline.RepositoryFacts;
import io.tocsin.services.spi.ServiceState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What every story plays on: a Kubernetes API that holds nothing yet, and those who are told. */
final class Stage implements AutoCloseable {
  static final String NAMESPACE = "argocd";

  private static final List<String> DEFINITIONS =
      List.of("crds/application.yaml", "crds/appproject.yaml");

  private static final ApplyOptions PLAIN =
      new ApplyOptions(ApplyOptions.Method.CLIENT, false, false, false, Set.of());

  private final Story.Settings settings;
  private final List<Receiver> receivers = new ArrayList<>();
  private final KubernetesClient client;
  private final KubernetesCluster cluster;

  /**
   * Starts those who are told, and applies Argo CD's definitions.
   *
   * @param kubeconfig of the API
   */
  Stage(
      Story.Settings settings,
      String kubeconfig,
      List<Function<Story.Settings, Receiver>> receivers) {
    this.settings = settings;
    client = new KubernetesClientBuilder().withConfig(Config.fromKubeconfig(kubeconfig)).build();
    cluster = new KubernetesCluster(client);
    settings.screen().opening("Kubernetes API", client.getMasterUrl().toString());
    for (Function<Story.Settings, Receiver> start : receivers) {
      Receiver receiver = start.apply(settings);
      this.receivers.add(receiver);
      settings.screen().opening(receiver.title(), receiver.address());
    }
    apply(
        new KubeObject(
            Map.of(
                "apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", NAMESPACE))));
    DEFINITIONS.forEach(this::load);
  }

  KubernetesClient client() {
    return client;
  }

  /**
   * Not started yet; the caller's to close.
   *
   * @param tenants namespaces that have configurations of their own
   */
  NotificationController notifications(
      PipelineListener listener, List<String> tenants, Optional<RepositoryFacts> facts) {
    return new NotificationController(
        client,
        ControllerOptions.in(NAMESPACE).with(tenants),
        new NotificationController.Parts(
            settings.reader(),
            tenants.isEmpty() ? Optional.empty() : Optional.of(settings.tenants()),
            settings.helpers(),
            facts,
            ServiceState.NONE,
            new Metrics(settings.clock()),
            listener,
            settings.clock(),
            () -> true));
  }

  /** Says what came of it, and lets people look before everything stops. */
  void end(Narrator.Summary summary, Runnable after) {
    settings.screen().line("");
    settings.screen().line(summary.toString());
    after.run();
  }

  void load(String file) {
    load(file, Map.of());
  }

  /** Applies a file's objects, with local addresses in place of those that users have. */
  void load(String file, Map<String, String> addresses) {
    String text = replaced(text(file), addresses);
    for (Receiver receiver : receivers) {
      text = replaced(text, receiver.addresses());
    }
    Yaml.documents(text).forEach(object -> apply(new KubeObject(Yaml.asMapping(object))));
  }

  private void apply(KubeObject object) {
    ResourceKind kind = cluster.kind(object.apiVersion(), object.kind()).orElseThrow();
    cluster.apply(kind, object, PLAIN);
  }

  private static String replaced(String text, Map<String, String> addresses) {
    String replaced = text;
    for (Map.Entry<String, String> address : addresses.entrySet()) {
      replaced = replaced.replace(address.getKey(), address.getValue());
    }
    return replaced;
  }

  /** What the Secret in a file of the examples holds. */
  static String secret(String file, String key) {
    return Yaml.documents(text(file)).stream()
        .map(Yaml::asMapping)
        .filter(object -> "Secret".equals(object.get("kind")))
        .map(secret -> Yaml.asMapping(secret.get("stringData")).get(key).toString())
        .findFirst()
        .orElseThrow();
  }

  /** The text of a file of the examples or the definitions. */
  static String text(String file) {
    try (InputStream stream = Stage.class.getResourceAsStream(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    receivers.forEach(Receiver::close);
  }
}
