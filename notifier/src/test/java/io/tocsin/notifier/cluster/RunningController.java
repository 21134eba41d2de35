package io.tocsin.notifier.cluster;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.ConfigurationReader;
import io.tocsin.notifier.config.StandardServices;
import io.tocsin.notifier.observability.Metrics;
import io.tocsin.notifier.pipeline.PipelineListener;
import io.tocsin.services.http.HttpClients;
import io.tocsin.services.spi.ServiceContext;
import io.tocsin.services.spi.ServiceState;
import io.tocsin.templates.GoTemplates;
import io.tocsin.templates.functions.Helpers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A controller that runs in this process. */
final class RunningController implements AutoCloseable {
  private final KubernetesClient client;
  private final Metrics metrics = new Metrics(Clock.systemUTC());
  private final AtomicLong processed = new AtomicLong();
  private final NotificationController controller;

  private RunningController(KubernetesClient client, String namespace, Clock clock) {
    this.client = client;
    ServiceContext context = ServiceContext.of(HttpClients.create(Map.of()), Clock.systemUTC());
    ConfigurationReader reader =
        new ConfigurationReader(
            new StandardServices(context, Map.of("go", GoTemplates.withSprig())));
    controller =
        new NotificationController(
            client,
            ControllerOptions.in(namespace),
            new NotificationController.Parts(
                reader,
                Optional.empty(),
                Helpers.variables(clock),
                ServiceState.NONE,
                metrics,
                new PipelineListener() {
                  @Override
                  public void processed(KubeObject object) {
                    processed.accumulateAndGet(Long.parseLong(object.resourceVersion()), Math::max);
                  }
                },
                Clock.systemUTC()));
  }

  static RunningController start(KubernetesClient client, String namespace) {
    return start(client, namespace, Clock.systemUTC());
  }

  /** With a clock that conditions read. */
  static RunningController start(KubernetesClient client, String namespace, Clock clock) {
    RunningController running = new RunningController(client, namespace, clock);
    try {
      running.controller.start(() -> false);
      running.controller.lead();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return running;
  }

  String metrics() {
    return metrics.scrape();
  }

  NotificationController controller() {
    return controller;
  }

  /** Returns when that version was looked at and all that it is worth was sent. */
  void awaitProcessed(String resourceVersion) {
    long wanted = Long.parseLong(resourceVersion);
    await().atMost(Duration.ofSeconds(20)).until(() -> processed.get() >= wanted);
    try {
      controller.awaitIdle(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    controller.close();
    client.close();
  }
}
