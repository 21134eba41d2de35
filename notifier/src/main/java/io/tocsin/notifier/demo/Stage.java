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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What every story plays on: a Kubernetes API that holds nothing yet, and a DingTalk robot. */
final class Stage implements AutoCloseable {
  static final String NAMESPACE = "argocd";

  /** Where the real robot would be. */
  private static final String DINGTALK = "https://oapi.dingtalk.com";

  private static final List<String> FILES =
      List.of(
          "crds/application.yaml",
          "crds/appproject.yaml",
          "dingtalk/argocd-notifications-secret.yaml");

  private static final ApplyOptions PLAIN =
      new ApplyOptions(ApplyOptions.Method.CLIENT, false, false, false, Set.of());

  private final Story.Settings settings;
  private final DingTalkRobot robot;
  private final KubernetesClient client;
  private final KubernetesCluster cluster;

  /**
   * Starts the robot, and applies Argo CD's definitions and the robot's token.
   *
   * @param kubeconfig of the API
   * @param configuration the file with the ConfigMap of notifications
   */
  Stage(Story.Settings settings, String kubeconfig, String configuration) {
    this.settings = settings;
    robot =
        new DingTalkRobot(
            new DingTalkRobot.Settings(
                secret("dingtalk/argocd-notifications-secret.yaml", "dingtalk-token"),
                Optional.of("ArgoCD"),
                Optional.empty()),
            request -> {
              settings.requests().accept(request);
              settings.screen().message(request);
            },
            settings.clock());
    client = new KubernetesClientBuilder().withConfig(Config.fromKubeconfig(kubeconfig)).build();
    cluster = new KubernetesCluster(client);
    settings.screen().line("Kubernetes API             " + client.getMasterUrl());
    settings
        .screen()
        .line("DingTalk robot (local)     " + robot.url() + "/robot/send, keyword ArgoCD");
    apply(
        new KubeObject(
            Map.of(
                "apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", NAMESPACE))));
    FILES.forEach(this::load);
    load(configuration, Map.of(DINGTALK, robot.url()));
  }

  KubernetesClient client() {
    return client;
  }

  /** Not started yet; the caller's to close. */
  NotificationController notifications(PipelineListener listener, Optional<RepositoryFacts> facts) {
    return new NotificationController(
        client,
        ControllerOptions.in(NAMESPACE),
        new NotificationController.Parts(
            settings.reader(),
            Optional.empty(),
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
    String text = text(file);
    for (Map.Entry<String, String> address : addresses.entrySet()) {
      text = text.replace(address.getKey(), address.getValue());
    }
    Yaml.documents(text).forEach(object -> apply(new KubeObject(Yaml.asMapping(object))));
  }

  private void apply(KubeObject object) {
    ResourceKind kind = cluster.kind(object.apiVersion(), object.kind()).orElseThrow();
    cluster.apply(kind, object, PLAIN);
  }

  /** What a Secret of the examples holds. */
  static String secret(String file, String key) {
    return Yaml.asMapping(Yaml.mapping(text(file)).get("stringData")).get(key).toString();
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
    robot.close();
  }
}
