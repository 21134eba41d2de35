package io.tocsin.notifier.cluster;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.notifier.config.ConfigurationReader;
import io.tocsin.notifier.config.StandardServices;
import io.tocsin.notifier.observability.Metrics;
import io.tocsin.notifier.pipeline.PipelineListener;
import io.tocsin.services.http.AddressPolicy;
import io.tocsin.services.http.HttpClients;
import io.tocsin.services.http.Networks;
import io.tocsin.services.spi.ServiceContext;
import io.tocsin.services.spi.ServiceState;
import io.tocsin.templates.GoTemplates;
import io.tocsin.templates.functions.Helpers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** A controller that runs in this process. */
final class RunningController implements AutoCloseable {
  private final KubernetesClient client;
  private final Metrics metrics = new Metrics(Clock.systemUTC());
  private final AtomicLong processed = new AtomicLong();
  private final NotificationController controller;

  /** How it runs. */
  record Setting(
      ControllerOptions options,
      Optional<Function<String, ConfigurationReader>> tenants,
      Clock helpers,
      Clock clock) {
    static Setting in(String namespace) {
      return new Setting(
          ControllerOptions.in(namespace), Optional.empty(), Clock.systemUTC(), Clock.systemUTC());
    }

    /** With tenants in these namespaces, whose services may connect to what is listed. */
    Setting withTenants(String networks, String... namespaces) {
      return new Setting(
          options.with(List.of(namespaces)),
          Optional.of(
              namespace ->
                  reader(
                      context()
                          .forTenants(
                              AddressPolicy.beyondTheNode(
                                  Networks.parse(networks), Networks.NONE)))),
          helpers,
          clock);
    }

    Setting withClock(Clock other) {
      return new Setting(options, tenants, helpers, other);
    }

    /** With a clock that conditions read. */
    Setting withHelpers(Clock other) {
      return new Setting(options, tenants, other, clock);
    }
  }

  private RunningController(KubernetesClient client, Setting setting) {
    this.client = client;
    controller =
        new NotificationController(
            client,
            setting.options(),
            new NotificationController.Parts(
                reader(context()),
                setting.tenants(),
                Helpers.variables(setting.helpers()),
                ServiceState.NONE,
                metrics,
                new PipelineListener() {
                  @Override
                  public void processed(KubeObject object) {
                    processed.accumulateAndGet(Long.parseLong(object.resourceVersion()), Math::max);
                  }
                },
                setting.clock()));
  }

  private static ServiceContext context() {
    return ServiceContext.of(HttpClients.create(Map.of()), Clock.systemUTC());
  }

  private static ConfigurationReader reader(ServiceContext context) {
    return new ConfigurationReader(
        new StandardServices(context, Map.of("go", GoTemplates.withSprig())));
  }

  static RunningController start(KubernetesClient client, String namespace) {
    return start(client, Setting.in(namespace));
  }

  static RunningController start(KubernetesClient client, Setting setting) {
    RunningController running = new RunningController(client, setting);
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

  boolean knows(ObjectKey application) {
    return controller.application(application).isPresent();
  }

  boolean muted(KubeObject object) {
    return controller.muted(object);
  }

  NotificationController controller() {
    return controller;
  }

  /** Returns when that version was looked at and all that it is worth was sent. */
  void awaitProcessed(String resourceVersion) {
    long wanted = Long.parseLong(resourceVersion);
    await().atMost(Duration.ofSeconds(20)).until(() -> processed.get() >= wanted);
    awaitIdle();
  }

  /** Returns when all that is known was looked at, and all that it is worth was sent. */
  void awaitIdle() {
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
