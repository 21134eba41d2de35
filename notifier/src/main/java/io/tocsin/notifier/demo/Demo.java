package io.tocsin.notifier.demo;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.embedded.EmbeddedKubernetes;
import io.tocsin.notifier.cluster.ControllerOptions;
import io.tocsin.notifier.cluster.NotificationController;
import io.tocsin.notifier.config.ConfigurationReader;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.observability.Metrics;
import io.tocsin.services.spi.ServiceState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The owner of a DingTalk group sets up Tocsin, and an Application is synced, degrades and
 * recovers: with the real controller, on an embedded API.
 */
public final class Demo {
  /** Where the real robot would be. */
  private static final String DINGTALK = "https://oapi.dingtalk.com";

  private static final String NAMESPACE = "argocd";
  private static final String APPLICATION = "guestbook";
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final List<String> FILES =
      List.of(
          "crds/application.yaml",
          "crds/appproject.yaml",
          "dingtalk/argocd-notifications-cm.yaml",
          "dingtalk/argocd-notifications-secret.yaml",
          "dingtalk/guestbook.yaml");

  private final ConfigurationReader reader;
  private final Map<String, Object> helpers;
  private final Screen screen;
  private final Duration pause;
  private final Clock clock;
  private final Consumer<DingTalkRobot.Request> requests;

  /**
   * Starts nothing yet.
   *
   * @param pause between turns, for people to follow
   * @param requests hears of each request to the robot
   */
  public Demo(
      ConfigurationReader reader,
      Map<String, Object> helpers,
      Screen screen,
      Duration pause,
      Clock clock,
      Consumer<DingTalkRobot.Request> requests) {
    this.reader = reader;
    this.helpers = helpers;
    this.screen = screen;
    this.pause = pause;
    this.clock = clock;
    this.requests = requests;
  }

  /**
   * Runs from beginning to end.
   *
   * @param after what to do before everything stops, with the API
   * @return what was sent and held back
   */
  public Narrator.Summary run(Consumer<EmbeddedKubernetes> after)
      throws InterruptedException, IOException {
    Narrator narrator = new Narrator(screen);
    DingTalkRobot.Settings settings =
        new DingTalkRobot.Settings(token(), Optional.of("ArgoCD"), Optional.empty());
    try (EmbeddedKubernetes api = EmbeddedKubernetes.start();
        DingTalkRobot robot =
            new DingTalkRobot(
                settings,
                request -> {
                  requests.accept(request);
                  screen.message(request);
                },
                clock);
        KubernetesClient client = client(api);
        NotificationController controller = controller(client, narrator)) {
      screen.line("Kubernetes API (embedded)  " + api.uri());
      screen.line("DingTalk robot (local)     " + robot.url() + "/robot/send, keyword ArgoCD");
      load(api, robot);
      controller.start(() -> false);
      controller.lead();
      play(client, controller, narrator);
      screen.line("");
      screen.line(narrator.summary().toString());
      after.accept(api);
      return narrator.summary();
    }
  }

  private NotificationController controller(KubernetesClient client, Narrator narrator) {
    return new NotificationController(
        client,
        ControllerOptions.in(NAMESPACE),
        new NotificationController.Parts(
            reader,
            Optional.empty(),
            helpers,
            ServiceState.NONE,
            new Metrics(clock),
            narrator,
            clock));
  }

  private void play(KubernetesClient client, NotificationController controller, Narrator narrator)
      throws InterruptedException {
    Instant started = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    int number = 1;
    for (Step step : Step.all()) {
      screen.turn(number++, step);
      String version = write(client, step.patch(started, started.plusSeconds(number)));
      narrator.awaitProcessed(version, LIMIT);
      controller.awaitIdle(LIMIT);
      Thread.sleep(pause);
    }
  }

  private static String write(KubernetesClient client, Map<String, Object> patch) {
    return client
        .genericKubernetesResources(ResourceKind.APPLICATION.context())
        .inNamespace(NAMESPACE)
        .withName(APPLICATION)
        .patch(PatchContext.of(PatchType.JSON_MERGE), JsonMapper.shared().writeValueAsString(patch))
        .getMetadata()
        .getResourceVersion();
  }

  private static void load(EmbeddedKubernetes api, DingTalkRobot robot) {
    for (String file : FILES) {
      String text = resource(file).replace(DINGTALK, robot.url());
      Yaml.documents(text).forEach(object -> api.store().put(Yaml.asMapping(object)));
    }
  }

  private static String token() {
    Map<String, Object> secret =
        Yaml.mapping(resource("dingtalk/argocd-notifications-secret.yaml"));
    return Yaml.asMapping(secret.get("stringData")).get("dingtalk-token").toString();
  }

  private static KubernetesClient client(EmbeddedKubernetes api) {
    return new KubernetesClientBuilder()
        .withConfig(Config.fromKubeconfig(api.kubeconfig()))
        .build();
  }

  private static String resource(String name) {
    try (InputStream stream = Demo.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
