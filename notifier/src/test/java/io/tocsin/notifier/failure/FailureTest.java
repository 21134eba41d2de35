package io.tocsin.notifier.failure;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** An API server for a class of tests; a control plane and a receiver for each. */
@Tag("failure")
@EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
@Timeout(600)
abstract class FailureTest {
  static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String SENTINEL = "sentinel-";
  private static Api shared;
  private final AtomicInteger sentinels = new AtomicInteger();
  private final List<Controller> controllers = new ArrayList<>();
  final Receiver receiver = new Receiver();
  ControlPlane plane;

  @BeforeAll
  static void startApi() {
    shared = new Api();
  }

  @AfterAll
  static void stopApi() {
    shared.close();
  }

  @BeforeEach
  void createPlane() {
    plane = new ControlPlane(shared.client());
  }

  @AfterEach
  void stopControllers() {
    controllers.forEach(Controller::close);
    receiver.close();
  }

  /** Returns when all that happened so far was looked at and sent. */
  void settle(Controller controller) {
    String name = SENTINEL + sentinels.incrementAndGet();
    plane.application(name, "r", Map.of(Settings.SUBSCRIBE, "sentinel"));
    await()
        .atMost(LIMIT)
        .until(() -> receiver.counts().keySet().stream().anyMatch(body -> body.startsWith(name)));
    await()
        .atMost(LIMIT)
        .until(
            () ->
                controller.metric("tocsin_evaluation_queue_depth") == 0
                    && controller.metric("tocsin_delivery_queue_depth") == 0);
  }

  /** How often each message came, without those that {@link #settle} asked for. */
  Map<String, Long> counts() {
    Map<String, Long> counts = receiver.counts();
    counts.keySet().removeIf(body -> body.startsWith(SENTINEL));
    return counts;
  }

  static Api api() {
    return shared;
  }

  /** A controller of the plane that is ready. */
  Controller controller(String... options) {
    return begin(api().server().kubeconfig(), options).awaitReady();
  }

  /** One that may not be ready yet. */
  Controller begin(String kubeconfig, String... options) {
    return stoppedInTheEnd(Controller.start(kubeconfig, plane.namespace(), options));
  }

  /** A sync controller that may not be ready yet. */
  Controller beginSyncing(String kubeconfig, String... options) {
    return stoppedInTheEnd(Controller.syncing(kubeconfig, plane.namespace(), options));
  }

  private Controller stoppedInTheEnd(Controller controller) {
    controllers.add(controller);
    return controller;
  }
}
