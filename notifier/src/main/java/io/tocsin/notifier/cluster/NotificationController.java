package io.tocsin.notifier.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.runtime.KeyedExecutor;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectHandler;
import io.tocsin.controller.runtime.ObjectInformer;
import io.tocsin.controller.runtime.ObjectInformer.Scope;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.ConfigurationReader;
import io.tocsin.notifier.delivery.Dispatcher;
import io.tocsin.notifier.observability.DeliveryLog;
import io.tocsin.notifier.observability.Metrics;
import io.tocsin.notifier.pipeline.ApplicationSubject;
import io.tocsin.notifier.pipeline.Configurations;
import io.tocsin.notifier.pipeline.MessageSender;
import io.tocsin.notifier.pipeline.Mutes;
import io.tocsin.notifier.pipeline.Pipeline;
import io.tocsin.notifier.pipeline.PipelineListener;
import io.tocsin.notifier.pipeline.Subject;
import io.tocsin.notifier.pipeline.Variables;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The notification controller: watches the configuration, the projects and the Applications of a
 * cluster, tells people, and records on each Application what it told.
 */
public final class NotificationController implements AutoCloseable {
  /** With what the writer needs after it, within Kubernetes' 30 s. */
  private static final Duration GRACE = Duration.ofSeconds(18);

  /** As often as Argo CD Notifications evaluates all of them. */
  private static final Duration TICK = Duration.ofSeconds(60);

  private final ControllerOptions options;
  private final Metrics metrics;
  private final DeliveryLog deliveries = new DeliveryLog();
  private final KeyedExecutor executor;
  private final Dispatcher dispatcher;
  private final AnnotationWriter writer;
  private final Pipeline pipeline;
  private final WatchedConfiguration configuration;
  private final ObjectInformer configMaps;
  private final ObjectInformer secrets;
  private final ObjectInformer certificates;
  private final ObjectInformer projects;
  private final ObjectInformer applications;
  private final Selected selected;
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("clock").factory());
  private volatile boolean started;

  /**
   * Watches nothing before {@link #start}.
   *
   * @param helpers what conditions and templates can name besides the object
   * @param listener hears of everything besides the log and the metrics
   */
  public NotificationController(
      KubernetesClient client,
      ControllerOptions options,
      ConfigurationReader reader,
      Map<String, Object> helpers,
      Metrics metrics,
      PipelineListener listener,
      Clock clock) {
    this.options = options;
    this.metrics = metrics;
    String namespace = options.namespace();
    configuration = new WatchedConfiguration(options, reader, this::configured);
    projects =
        new ObjectInformer(client, Scope.all(ResourceKind.APP_PROJECT, namespace), new Projects());
    Subject subject = new ApplicationSubject(namespace, projects::get);
    Variables variables = new Variables(subject, helpers);
    PipelineListener listeners = PipelineListener.all(metrics, deliveries, listener);
    executor = new KeyedExecutor("evaluate", options.processors());
    Configurations configurations = Configurations.only(configuration);
    dispatcher = new Dispatcher(new MessageSender(configurations, variables), listeners, clock);
    writer = new AnnotationWriter(client, subject.kind());
    pipeline =
        new Pipeline(
            configurations, variables, executor, dispatcher, writer, Mutes.NONE, listeners, clock);
    configMaps =
        one(client, ResourceKind.CONFIG_MAP, options.configMap(), configuration.configMap());
    secrets = one(client, ResourceKind.SECRET, options.secret(), configuration.secret());
    certificates =
        one(
            client,
            ResourceKind.CONFIG_MAP,
            ControllerOptions.CERTIFICATES,
            configuration.certificates());
    selected = new Selected(pipeline);
    applications = new ObjectInformer(client, applications(), selected);
    metrics.gauge(
        "tocsin_delivery_queue_depth", "Deliveries that have not ended.", dispatcher::depth);
    metrics.gauge("tocsin_evaluation_queue_depth", "Changes not evaluated yet.", executor::depth);
    metrics.gauge(
        "argocd_notifications_config_errors",
        "Keys of the configuration that cannot be used.",
        () -> configuration.get().map(Metrics::errors).orElse(0L));
  }

  /**
   * Watches; returns when the configuration and the projects are known, so that the first
   * Application is judged by all of it.
   *
   * @param stopped whether to give up waiting
   */
  public void start(BooleanSupplier stopped) throws InterruptedException {
    List<ObjectInformer> first = List.of(configMaps, secrets, certificates, projects);
    first.forEach(ObjectInformer::start);
    while (!first.stream().allMatch(watch -> watch.synced() || dispensable(watch))) {
      if (stopped.getAsBoolean()) {
        return;
      }
      Thread.sleep(20);
    }
    configuration.start(!secrets.list().isEmpty());
    started = true;
    applications.start();
    var _ =
        ticks.scheduleAtFixedRate(this::tick, TICK.toSeconds(), TICK.toSeconds(), TimeUnit.SECONDS);
  }

  /** Looks again at the Applications whose conditions read the clock. */
  void tick() {
    pipeline.clocked().forEach(key -> applications.get(key).ifPresent(selected::present));
  }

  /** Without projects, what Applications and the ConfigMap subscribe to is told all the same. */
  private boolean dispensable(ObjectInformer watch) {
    return watch == projects && !watch.failure().isEmpty();
  }

  /** What keeps the controller from being ready, or an empty string. */
  public String unready() {
    return watches()
        .filter(watch -> !watch.synced() || !watch.watching())
        .map(ObjectInformer::what)
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(", "), NotificationController::waiting));
  }

  private static String waiting(String kinds) {
    return kinds.isEmpty() ? "" : "waiting for the API server to list and watch " + kinds;
  }

  /** Waits until nothing is to be evaluated or sent; for tests and the demo. */
  public boolean awaitIdle(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (executor.depth() > 0) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(5);
    }
    return dispatcher.awaitIdle(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
  }

  /** Stops watching, ends what is being sent within the grace period, and records it. */
  @Override
  public void close() {
    ticks.shutdownNow();
    watches().forEach(ObjectInformer::close);
    long end = System.nanoTime() + GRACE.toNanos();
    try {
      executor.stop(GRACE);
      dispatcher.close();
      dispatcher.awaitIdle(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      executor.close();
      writer.close();
    }
  }

  private Stream<ObjectInformer> watches() {
    return Stream.of(configMaps, secrets, certificates, projects, applications);
  }

  private ObjectInformer one(
      KubernetesClient client, ResourceKind kind, String name, ObjectHandler handler) {
    return new ObjectInformer(
        client, Scope.one(kind, new ObjectKey(options.namespace(), name)), handler);
  }

  private Scope applications() {
    Optional<String> namespace =
        options.applicationNamespaces().isEmpty()
            ? Optional.of(options.namespace())
            : Optional.empty();
    return new Scope(ResourceKind.APPLICATION, namespace, options.selector(), Optional.empty());
  }

  private void configured(Configuration current) {
    metrics.configured(current);
    deliveries.forget();
    if (started) {
      applications.list().forEach(selected::present);
    }
  }

  /** Passes on the Applications of the namespaces that are watched. */
  private final class Selected implements ObjectHandler {
    private final NamespacePatterns further = NamespacePatterns.of(options.applicationNamespaces());
    private final ObjectHandler next;

    Selected(ObjectHandler next) {
      this.next = next;
    }

    @Override
    public void present(KubeObject object) {
      if (selected(object)) {
        next.present(object);
      }
    }

    @Override
    public void gone(KubeObject last) {
      if (selected(last)) {
        next.gone(last);
      }
    }

    private boolean selected(KubeObject object) {
      return object.namespace().equals(options.namespace()) || further.matches(object.namespace());
    }
  }

  /** Looks again at a project's Applications when its subscriptions change. */
  private final class Projects implements ObjectHandler {
    private final Map<ObjectKey, Map<String, String>> annotations = new ConcurrentHashMap<>();

    @Override
    public void present(KubeObject project) {
      Map<String, String> before = annotations.put(project.key(), project.annotations());
      if (started && !project.annotations().equals(before)) {
        applications.list().stream()
            .filter(application -> project.name().equals(ApplicationSubject.project(application)))
            .forEach(selected::present);
      }
    }

    @Override
    public void gone(KubeObject last) {
      annotations.remove(last.key());
    }
  }
}
