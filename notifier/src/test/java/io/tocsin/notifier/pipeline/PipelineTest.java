package io.tocsin.notifier.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tocsin.controller.runtime.Change;
import io.tocsin.controller.runtime.KeyedExecutor;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.PackedObject;
import io.tocsin.notifier.Objects;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.delivery.Dispatcher;
import io.tocsin.notifier.state.Ledger;
import io.tocsin.services.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PipelineTest {
  private static final Configuration CONFIGURATION =
      io.tocsin.notifier.Configurations.of(
          Map.of(
              "service.console", "{}",
              "template.t", "message: x",
              "trigger.on-running", "- {when: app.status.phase == 'Running', send: [t]}",
              "trigger.on-ended", "- {when: app.status.phase == 'Succeeded', send: [t]}",
              "subscriptions", "- {recipients: [console], triggers: [on-running, on-ended]}"));

  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final KeyedExecutor executor = new KeyedExecutor("test", 1);
  private final Dispatcher dispatcher =
      new Dispatcher(this::send, new PipelineListener() {}, Clock.systemUTC());
  private final Pipeline pipeline =
      new Pipeline(
          Configurations.only(() -> Optional.of(CONFIGURATION)),
          new Variables(new ApplicationSubject("argocd", key -> Optional.empty()), Map.of()),
          executor,
          dispatcher,
          new FarAhead(),
          Mutes.NONE,
          new PipelineListener() {},
          Clock.systemUTC());

  @AfterEach
  void close() {
    dispatcher.close();
    executor.close();
  }

  @Test
  void whatLiesBetweenTheWatchAndAWriteThatReadFurtherIsStillTold() throws InterruptedException {
    pipeline.present(application(1, "Running"));
    pipeline.present(application(2, "Succeeded"));
    pipeline.present(application(3, "Running"));

    awaitAll();

    assertThat(sent).containsExactly("on-running 1", "on-ended 2", "on-running 3");
  }

  @Test
  void aVersionThatComesAfterANewerOneIsNotLookedAt() throws InterruptedException {
    pipeline.present(application(2, "Running"));
    pipeline.present(application(1, "Succeeded"));
    pipeline.present(application(2, "Running"));

    awaitAll();

    assertThat(sent).containsExactly("on-running 2");
  }

  @Test
  void versionsThatWaitPackedAreToldInTheirOrder() throws InterruptedException {
    CountDownLatch free = new CountDownLatch(1);
    executor.execute(
        new ObjectKey("argocd", "other"),
        () -> assertThatCode(() -> free.await(10, TimeUnit.SECONDS)).doesNotThrowAnyException());
    List<String> expected = new ArrayList<>();
    for (int version = 1; version <= 20; version++) {
      boolean running = version % 2 == 1;
      KubeObject application = application(version, running ? "Running" : "Succeeded");
      pipeline.present(application, PackedObject.of(application), Change.NONE);
      expected.add((running ? "on-running " : "on-ended ") + version);
    }
    pipeline.gone(application(21, "Running"));
    expected.add("on-running 21");
    free.countDown();

    awaitAll();

    assertThat(sent).containsExactlyElementsOf(expected);
  }

  private void awaitAll() throws InterruptedException {
    assertThat(executor.stop(Duration.ofSeconds(10))).isTrue();
    assertThat(dispatcher.awaitIdle(Duration.ofSeconds(10))).isTrue();
  }

  private Outcome send(Delivery delivery) {
    sent.add(delivery.trigger() + " " + delivery.object().resourceVersion());
    return new Outcome.Delivered();
  }

  private static KubeObject application(int version, String phase) {
    return Objects.object(
        """
        kind: Application
        metadata: {name: a, namespace: argocd, uid: u, resourceVersion: "%d"}
        status: {phase: %s}
        """
            .formatted(version, phase));
  }

  /** A writer that meets another's change, and so knows a version that the watch shows later. */
  private static final class FarAhead implements StateWriter {
    @Override
    public CompletableFuture<Void> write(ObjectKey key, String uid, Ledger ledger) {
      ledger.observe("1000", Map.of());
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {}
  }
}
