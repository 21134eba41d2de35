package io.tocsin.controller.reconcile;

import com.sun.net.httpserver.HttpHandler;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.application.Application;
import io.tocsin.controller.reconcile.cluster.Clusters;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectHandler;
import io.tocsin.controller.runtime.ObjectInformer;
import io.tocsin.controller.runtime.ObjectInformer.Scope;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.PackedObject;
import io.tocsin.controller.runtime.ResourceKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.runtime.ResourceVersions;
import io.tocsin.controller.runtime.RetryPace;
import io.tocsin.controller.runtime.ServerProbe;
import io.tocsin.controller.runtime.WorkQueue;
import io.tocsin.controller.sync.cluster.KubernetesCluster;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The controller of Applications: watches, and works on each that wants work, one turn at a time.
 * What it keeps in memory can be found out again: it may be killed at any time.
 */
public final class ApplicationController implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ApplicationController.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final Duration CONFLICT = Duration.ofMillis(100);
  private static final Duration STEP = Duration.ofMillis(20);
  private static final RetryPace PACE =
      new RetryPace(Duration.ofMillis(200), Duration.ofMinutes(2), 20, 200);

  private final ReconcileOptions options;
  private final Clock clock;
  private final BooleanSupplier leading;
  private final ControllerMetrics metrics;
  private final ControlPlane plane;
  private final Clusters clusters;
  private final ObjectInformer applications;
  private final Sources sources;
  private final Reconciler reconciler;
  private final ApplicationWriter writer;
  private final Webhooks webhooks;
  private final EventWriter events;
  private final QueueMeters turns;
  private final Interests interests = new Interests();
  private final WorkQueue<ObjectKey> queue;
  private final Map<ObjectKey, AppMemory> memories = new ConcurrentHashMap<>();
  private final List<Thread> workers = new ArrayList<>();

  /**
   * Watches nothing before {@link #start}.
   *
   * @param client of the control plane's cluster; the caller's to close
   * @param leading asked before each turn; nothing is written while it says no
   */
  public ApplicationController(
      KubernetesClient client,
      ReconcileOptions options,
      ControllerMetrics metrics,
      Clock clock,
      BooleanSupplier leading) {
    this.options = options;
    this.clock = clock;
    this.leading = leading;
    this.metrics = metrics;
    this.queue = new WorkQueue<>(PACE, clock);
    ServerProbe probe = new ServerProbe(client);
    this.clusters = new Clusters(client, this::live, metrics.clusters(clock));
    this.turns = metrics.queue(queue);
    this.events = new EventWriter(client, options.events(), clock);
    this.plane =
        new ControlPlane(
            client, probe, options.namespace(), clock, this::planeChanged, clusters::update);
    Optional<String> scope =
        options.otherNamespaces().isPresent() ? Optional.empty() : Optional.of(options.namespace());
    this.applications =
        new ObjectInformer(
            client,
            new Scope(ResourceKind.APPLICATION, scope, "", Optional.empty()),
            probe,
            handler());
    this.sources = Sources.open(options.git(), plane, metrics.git(), clock);
    this.writer = new ApplicationWriter(new KubernetesCluster(client));
    this.reconciler = reconciler();
    this.webhooks =
        Webhooks.open(client, plane, this::ours, sources.repositories(), metrics.webhooks());
  }

  private Reconciler reconciler() {
    Manifests manifests = new Manifests(sources);
    Observer observer = new Observer();
    return new Reconciler(
        plane,
        new SpecCheck(plane, clusters, metrics::requests),
        new Refresher(
            manifests,
            observer,
            new AutoSync(options.selfHeal(), clock),
            interests,
            options.gitGrace(),
            clock),
        new OperationRunner(
            manifests,
            new SyncSteps(observer, options.waveDelay(), clock),
            options.operationTimeout(),
            clock),
        new DeletionTurn(manifests, observer, clock),
        manifests,
        options,
        clock);
  }

  /** Starts; what the control plane says is read before the first Application is worked on. */
  public void start() {
    plane.start();
    Thread starter = Thread.ofVirtual().name("controller-start").unstarted(this::begin);
    synchronized (workers) {
      workers.add(starter);
    }
    starter.start();
  }

  private void begin() {
    try {
      while (!plane.unready().isEmpty()) {
        Thread.sleep(STEP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    clusters.track(plane.settings().tracking());
    applications.start();
    for (int i = 0; i < options.workers(); i++) {
      Thread worker = Thread.ofVirtual().name("reconcile-" + i).unstarted(this::work);
      synchronized (workers) {
        workers.add(worker);
      }
      worker.start();
    }
  }

  /** What is waited for before Applications can be worked on; empty when nothing is. */
  public String unready() {
    String reason = plane.unready();
    return !reason.isEmpty() || applications.synced()
        ? reason
        : "waiting for applications: " + applications.failure();
  }

  /** Looks at an Application anew, as after a push; {@code hard} trusts nothing that was kept. */
  public void refresh(ObjectKey application, boolean hard) {
    wake(application, hard ? Refresh.HARD : Refresh.LATEST);
  }

  /**
   * What answers the webhooks of Git servers and registries; believes nobody before it is ready.
   */
  public HttpHandler webhook() {
    return webhooks.handler();
  }

  private Stream<KubeObject> ours() {
    return applications.packed().map(PackedObject::object).filter(this::isOurs);
  }

  private ObjectHandler handler() {
    return new ObjectHandler() {
      @Override
      public void present(KubeObject object) {
        if (isOurs(object) && memory(object.key()).isNews(object)) {
          queue.add(object.key());
        }
      }

      @Override
      public void gone(KubeObject last) {
        memories.remove(last.key());
        interests.forget(last.key());
        metrics.forget(last.key());
      }
    };
  }

  private boolean isOurs(KubeObject application) {
    String namespace = application.namespace();
    return namespace.equals(options.namespace())
        || options.otherNamespaces().filter(other -> other.test(namespace)).isPresent();
  }

  private AppMemory memory(ObjectKey key) {
    return memories.computeIfAbsent(key, any -> new AppMemory());
  }

  private void wake(ObjectKey key, Refresh refresh) {
    AppMemory memory = memories.get(key);
    if (memory != null) {
      memory.want(refresh);
      queue.add(key);
    }
  }

  private void planeChanged() {
    clusters.track(plane.settings().tracking());
    memories.keySet().forEach(key -> wake(key, Refresh.LATEST));
  }

  private void live(ResourceKey key, Optional<String> instance) {
    instance.map(this::application).ifPresent(each -> wake(each, Refresh.RECENT));
    interests.in(key).forEach(each -> wake(each, Refresh.RECENT));
  }

  /** Names of Applications hold no underscore. */
  private ObjectKey application(String instance) {
    int split = instance.indexOf('_');
    return split < 0
        ? new ObjectKey(options.namespace(), instance)
        : new ObjectKey(instance.substring(0, split), instance.substring(split + 1));
  }

  private void work() {
    try {
      for (Optional<ObjectKey> key = queue.take(); key.isPresent(); key = queue.take()) {
        try {
          turn(key.get());
        } finally {
          queue.done(key.get());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn(ObjectKey key) throws InterruptedException {
    Optional<KubeObject> object = freshest(key);
    if (object.isEmpty()) {
      return;
    }
    AppMemory memory = memory(key);
    if (!leading.getAsBoolean()) {
      queue.addAfter(key, Duration.ofSeconds(1));
      return;
    }
    Instant started = clock.instant();
    try {
      Draft draft = reconciler.turn(object.get(), memory);
      write(key, draft, memory);
      queue.forget(key);
      reconciled(draft, memory, Duration.between(started, clock.instant()));
      draft.wake().ifPresent(time -> wakeAt(key, time));
    } catch (ApplicationWriter.Unwritten e) {
      unwritten(key, memory, e);
    } catch (RuntimeException e) {
      log.error("Application {}: {}", key, e.toString(), e);
      memory.want(Refresh.LATEST);
      again(key);
    }
  }

  private void reconciled(Draft draft, AppMemory memory, Duration took) {
    Application application = draft.application();
    metrics.reconciled(
        application, clusters.server(application.spec().destination()), memory.orphans, took);
    turns.worked(took);
    if (applications.packed(application.object().key()).isEmpty()) {
      metrics.forget(application.object().key());
    }
  }

  private void wakeAt(ObjectKey key, Instant time) {
    Instant now = clock.instant();
    queue.addAfter(key, time.isAfter(now) ? Duration.between(now, time) : Duration.ZERO);
  }

  private void write(ObjectKey key, Draft draft, AppMemory memory) {
    Map<String, Object> patch = draft.patch();
    if (patch.isEmpty()) {
      return;
    }
    if (memory.wrote(writer.write(key, patch), draft.patched(patch))) {
      queue.add(key);
    }
    tell(draft);
  }

  /** What is written now has happened, once. */
  private void tell(Draft draft) {
    Application application = draft.application();
    Happening.in(draft).forEach(happening -> events.write(application, happening));
    Happening.ended(draft)
        .ifPresent(
            state ->
                metrics.ended(
                    application, clusters.server(application.spec().destination()), state));
  }

  private void unwritten(ObjectKey key, AppMemory memory, ApplicationWriter.Unwritten e) {
    if (e.isGone()) {
      return;
    }
    memory.want(Refresh.LATEST);
    if (e.isConflict()) {
      queue.addAfter(key, CONFLICT);
    } else {
      log.warn("Application {} could not be written: {}", key, e.getMessage());
      again(key);
    }
  }

  private void again(ObjectKey key) {
    turns.retried();
    queue.addRateLimited(key);
  }

  /** As the watch has shown it or as it was written here, whichever is later. */
  private Optional<KubeObject> freshest(ObjectKey key) {
    return applications
        .get(key)
        .map(
            shown ->
                memory(key)
                    .written()
                    .filter(own -> own.uid().equals(shown.uid()))
                    .filter(
                        own ->
                            ResourceVersions.older(shown.resourceVersion(), own.resourceVersion()))
                    .orElse(shown));
  }

  /** Ends what is under way; an operation goes on at the next start. */
  @Override
  public void close() {
    webhooks.close();
    applications.close();
    plane.close();
    queue.close();
    try {
      var _ = queue.awaitIdle(STOP_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (workers) {
      workers.forEach(Thread::interrupt);
    }
    events.close();
    clusters.close();
    metrics.close();
    sources.close();
  }
}
