package io.tocsin.notifier.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.runtime.KeyedExecutor;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectInformer;
import io.tocsin.controller.runtime.ObjectInformer.Scope;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.runtime.ServerProbe;
import io.tocsin.controller.sync.cluster.KubernetesCluster;
import io.tocsin.notifier.cluster.Definition.Place;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.ConfigurationReader;
import io.tocsin.notifier.config.Problem;
import io.tocsin.notifier.delivery.Completion;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.delivery.Dispatcher;
import io.tocsin.notifier.observability.DeliveryLog;
import io.tocsin.notifier.observability.Metrics;
import io.tocsin.notifier.pipeline.ApplicationSubject;
import io.tocsin.notifier.pipeline.ConditionHistory;
import io.tocsin.notifier.pipeline.MessageSender;
import io.tocsin.notifier.pipeline.Pipeline;
import io.tocsin.notifier.pipeline.PipelineListener;
import io.tocsin.notifier.pipeline.RepositoryFacts;
import io.tocsin.notifier.pipeline.StateWriter;
import io.tocsin.notifier.pipeline.Subject;
import io.tocsin.notifier.pipeline.Subjects;
import io.tocsin.notifier.pipeline.Variables;
import io.tocsin.notifier.records.DeadLetter;
import io.tocsin.notifier.state.NotifiedAnnotation;
import io.tocsin.services.spi.ServiceState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notification controller: watches the configuration, the projects and the Applications of a
 * cluster, tells people, and records on each Application what it told.
 */
public final class NotificationController implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(NotificationController.class);

  /** With what the writer needs after it, within Kubernetes' 30 s. */
  private static final Duration GRACE = Duration.ofSeconds(18);

  /** As often as Argo CD Notifications evaluates all of them. */
  private static final Duration TICK = Duration.ofSeconds(60);

  private final KubernetesClient client;
  private final String controlPlane;
  private final Clock clock;
  private final Metrics metrics;
  private final DeliveryLog deliveries = new DeliveryLog();
  private final KeyedExecutor executor;
  private final Variables variables;
  private final PipelineListener listeners;
  private final Dispatcher dispatcher;
  private final AnnotationWriter writer;
  private final Pipeline pipeline;
  private final ServerProbe probe;
  private final Events events;
  private final WatchedConfigurations configurations;
  private final WatchedApplications applications;
  private final WatchedNotifications notifications;
  private final WatchedResources resources;
  private final ObjectInformer projects;
  private final DeadLetterOffice deadLetters;
  private final WatchedMutes mutes;
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("clock").factory());
  private final boolean kubeNotifier;
  private volatile boolean leading;

  /**
   * What a controller is made of.
   *
   * @param tenants what reads the configuration of a tenant's namespace; absent where they have
   *     none
   * @param helpers what conditions and templates can name besides the object
   * @param facts what repositories say; absent where none can be asked
   * @param state what must be remembered beyond a restart
   * @param listener hears of everything besides the log and the metrics
   * @param permitted whether this replica may send, asked before each attempt
   */
  public record Parts(
      ConfigurationReader reader,
      Optional<Function<String, ConfigurationReader>> tenants,
      Map<String, Object> helpers,
      Optional<RepositoryFacts> facts,
      ServiceState state,
      Metrics metrics,
      PipelineListener listener,
      Clock clock,
      BooleanSupplier permitted) {
    /** Of the only replica, without repositories. */
    public Parts(
        ConfigurationReader reader,
        Optional<Function<String, ConfigurationReader>> tenants,
        Map<String, Object> helpers,
        ServiceState state,
        Metrics metrics,
        PipelineListener listener,
        Clock clock) {
      this(reader, tenants, helpers, Optional.empty(), state, metrics, listener, clock, () -> true);
    }
  }

  /** Watches nothing before {@link #start}. */
  public NotificationController(KubernetesClient client, ControllerOptions options, Parts parts) {
    metrics = parts.metrics();
    String namespace = options.namespace();
    controlPlane = namespace;
    this.client = client;
    clock = parts.clock();
    probe = new ServerProbe(client);
    events = new Events(client, clock);
    executor = new KeyedExecutor("evaluate", options.processors());
    configurations =
        new WatchedConfigurations(
            client,
            probe,
            options,
            new WatchedConfigurations.Readers(parts.reader(), parts.tenants()),
            new ConditionHistory(parts.state()),
            this::problem,
            this::configured);
    projects =
        new ObjectInformer(
            client,
            Scope.all(ResourceKind.APP_PROJECT, namespace),
            probe,
            new WatchedProjects(this::projectChanged));
    Subject subject = new Subjects(new ApplicationSubject(namespace, projects::get));
    variables = new Variables(subject, parts.helpers(), parts.tenants().isEmpty(), parts.facts());
    deadLetters =
        new DeadLetterOffice(
            client, probe, namespace, this::object, this::known, this::submit, clock);
    listeners =
        PipelineListener.all(
            metrics,
            deliveries,
            new Undelivered(deadLetters.letters(), events, clock),
            parts.listener());
    kubeNotifier = options.kubeNotifier();
    notifications =
        new WatchedNotifications(
            client,
            probe,
            namespace,
            configurations::beside,
            (notification, sentence) -> warn(notification, "NotificationError", sentence),
            this::kindsChanged);
    resources =
        new WatchedResources(
            () ->
                Stream.concat(configurations.controlPlane().stream(), notifications.list().stream())
                    .toList(),
            new ServedKinds(new KubernetesCluster(client).discovery(), this::unwatched),
            this::watched,
            new Kinds());
    dispatcher =
        new Dispatcher(
            new MessageSender(speakingFor(Place.APPLICATIONS), variables),
            listeners,
            clock,
            parts.permitted());
    writer = new AnnotationWriter(client, ResourceKind.APPLICATION, NotifiedAnnotation.NAME);
    mutes = new WatchedMutes(client, probe, namespace, clock, this::lookAgain);
    pipeline = pipeline(Place.APPLICATIONS, writer);
    applications = new WatchedApplications(client, probe, options, executor, pipeline);
    gauges();
  }

  private Pipeline pipeline(Place place, StateWriter state) {
    return new Pipeline(
        speakingFor(place), variables, executor, dispatcher, state, mutes, listeners, clock);
  }

  private SpeakingFor speakingFor(Place place) {
    return new SpeakingFor(place, configurations, notifications, resources);
  }

  private ResourcePipeline watched(Place place) {
    OwnObjects own = new OwnObjects(controlPlane);
    StateWriter state =
        new AnnotationWriter(
            client, place.kind(), NotifiedAnnotation.named(place.annotationPrefix()));
    Pipeline next = pipeline(place, state);
    restarts(place.kind().plural(), resources::watches);
    return new ResourcePipeline(
        next,
        state,
        new WatchedObjects(executor, next, key -> leading && !own.contains(place.kind(), key)),
        (scope, handler) -> new ObjectInformer(client, scope, probe, handler));
  }

  private void gauges() {
    metrics.gauge(
        "tocsin_delivery_queue_depth", "Deliveries that have not ended.", dispatcher::depth);
    metrics.gauge(
        "tocsin_delivery_oldest_age_seconds",
        "Age of the oldest delivery that has not ended.",
        () ->
            dispatcher
                .oldest()
                .map(queued -> Duration.between(queued, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0));
    metrics.gauge("tocsin_evaluation_queue_depth", "Changes not evaluated yet.", executor::depth);
    metrics.gauge("tocsin_dead_letters_kept", "Dead letters that are kept.", deadLetters::size);
    metrics.gauge(
        "argocd_notifications_config_errors",
        "Keys of the configuration that cannot be used.",
        configurations::errors);
    metrics.gauge(
        "tocsin_kinds_missing",
        "Kinds that are configured and not watched: not served, or not permitted.",
        resources::missing);
    metrics.gauge("tocsin_leader", "Whether this replica tells people.", () -> leading ? 1.0 : 0.0);
    metrics.gauge(
        "tocsin_api_server_silence_seconds",
        "Since when the API server has not answered.",
        () -> probe.silence().toSeconds());
    watches()
        .collect(Collectors.groupingBy(ObjectInformer::what))
        .forEach((what, watches) -> restarts(what, watches::stream));
  }

  private void restarts(String what, Supplier<Stream<ObjectInformer>> watches) {
    metrics.counter(
        "tocsin_watch_restarts_total",
        "Watches that ended before their time and were begun again.",
        "watch",
        what,
        () ->
            watches
                .get()
                .filter(watch -> watch.what().equals(what))
                .mapToLong(ObjectInformer::restarts)
                .sum());
  }

  /**
   * Watches, and returns when all is known but the Applications; tells nobody before {@link #lead}.
   *
   * @param stopped whether to give up waiting
   */
  public void start(BooleanSupplier stopped) throws InterruptedException {
    List<ObjectInformer> first = first().toList();
    first.forEach(ObjectInformer::start);
    applications.informer().start();
    while (!first.stream().allMatch(watch -> watch.synced() || dispensable(watch))) {
      if (stopped.getAsBoolean()) {
        return;
      }
      Thread.sleep(20);
    }
  }

  /** Tells people from now on. Not before {@link #start} returned. */
  public void lead() {
    configurations.start();
    deadLetters.open();
    leading = true;
    applications.lead();
    if (kubeNotifier) {
      notifications.start();
    }
    resources.update();
    var _ =
        ticks.scheduleAtFixedRate(this::tick, TICK.toSeconds(), TICK.toSeconds(), TimeUnit.SECONDS);
  }

  /** Whether people are told. */
  public boolean leads() {
    return leading;
  }

  boolean muted(KubeObject object) {
    return mutes.muted(object);
  }

  /** Whether objects of that kind, by its plural, are known and watched beside Applications. */
  boolean watches(String plural) {
    List<ObjectInformer> all =
        resources.watches().filter(watch -> watch.what().equals(plural)).toList();
    return !all.isEmpty() && all.stream().allMatch(watch -> watch.synced() && watch.watching());
  }

  /** What is done each minute. */
  void tick() {
    lookAgain();
    deadLetters.again();
    mutes.clear();
  }

  /** Looks again at the Applications that time alone can change something for. */
  private void lookAgain() {
    if (leading) {
      pipeline.clocked().forEach(applications::one);
      resources.lookAgain();
    }
  }

  /** Without projects, what Applications and the ConfigMap subscribe to is told all the same. */
  private boolean dispensable(ObjectInformer watch) {
    return !configurations.watches().contains(watch) && !watch.failure().isEmpty();
  }

  /** What keeps the controller from being ready, or an empty string. */
  public String unready() {
    if (!probe.failure().isEmpty()) {
      return probe.failure();
    }
    String kinds =
        watches()
            .filter(watch -> !watch.synced() || !watch.watching())
            .map(ObjectInformer::what)
            .collect(Collectors.joining(", "));
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
    notifications.watches().forEach(ObjectInformer::close);
    resources.stopWatching();
    probe.close();
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
      resources.close();
      deadLetters.close();
      events.close();
    }
  }

  private Stream<ObjectInformer> first() {
    return Stream.concat(
        configurations.watches().stream(), Stream.of(projects, deadLetters.watch(), mutes.watch()));
  }

  private Stream<ObjectInformer> watches() {
    return Stream.concat(first(), Stream.of(applications.informer()));
  }

  private void submit(Delivery delivery, Completion completion) {
    dispatcher.submit(delivery, completion);
  }

  Optional<KubeObject> application(ObjectKey key) {
    return applications.informer().get(key);
  }

  private Optional<KubeObject> object(DeadLetter letter) {
    return isOfApplication(letter)
        ? application(letter.object())
        : resources.get(letter.scope(), letter.resource(), letter.object());
  }

  private boolean known(DeadLetter letter) {
    return isOfApplication(letter)
        ? applications.informer().synced()
        : resources.knows(letter.scope(), letter.resource());
  }

  private boolean isOfApplication(DeadLetter letter) {
    return letter.resource().isEmpty()
        || resources.areApplications(letter.scope(), letter.resource());
  }

  private void kindsChanged() {
    resources.update();
  }

  private void unwatched(String scope, String sentence) {
    (scope.isEmpty() ? configurations.configMap() : notifications.about(scope))
        .ifPresent(about -> warn(about, "NotWatched", sentence));
  }

  private void warn(KubeObject about, String reason, String sentence) {
    log.warn("{} {}: {}", about.kind(), about.key(), sentence);
    events.warn(about, reason, sentence);
  }

  private void projectChanged(String name) {
    if (leading) {
      applications.ofProject(name);
    }
  }

  private void problem(KubeObject configMap, Problem problem) {
    String object = configMap.kind() + " " + configMap.key();
    switch (problem.severity()) {
      case ERROR -> {
        log.error("{}: {}", object, problem);
        events.warn(configMap, "ConfigurationError", problem.toString());
      }
      case WARNING -> log.warn("{}: {}", object, problem);
    }
  }

  private void configured(String namespace, Configuration current) {
    metrics.configured(current);
    deliveries.forget();
    if (leading) {
      applications.ofNamespace(namespace);
      if (namespace.equals(controlPlane)) {
        resources.update();
      }
    }
  }

  private final class Kinds implements WatchedResources.Listener {
    @Override
    public void applicationsMeant() {
      applications.all();
    }

    @Override
    public void known() {
      deadLetters.again();
    }
  }
}
