package io.tocsin.notifier.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.controller.runtime.KeyedExecutor;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.notifier.Objects;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.delivery.Dispatcher;
import io.tocsin.notifier.state.Ledger;
import io.tocsin.services.Outcome;
import io.tocsin.templates.functions.CommitMetadata;
import io.tocsin.templates.functions.Helpers;
import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoObject;
import io.tocsin.templates.golang.time.GoTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParkedEvaluationTest {
  private static final Configuration CONFIGURATION =
      io.tocsin.notifier.Configurations.of(
          Map.of(
              "service.console",
              "{}",
              "template.t",
              "message: x",
              "trigger.on-commit",
              "- {when: repo.GetCommitMetadata(app.status.sha).Message == 'fix', send: [t]}",
              "trigger.on-plain",
              "- {when: app.status.sha == 'none', send: [t]}",
              "subscriptions",
              "- {recipients: [console], triggers: [on-commit, on-plain]}"));

  private final Map<String, CompletableFuture<GoObject>> commits = new ConcurrentHashMap<>();
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final List<String> undecided = new CopyOnWriteArrayList<>();
  private final List<String> processed = new CopyOnWriteArrayList<>();
  private final KeyedExecutor executor = new KeyedExecutor("test", 1);
  private final Variables variables =
      new Variables(
          new ApplicationSubject("argocd", key -> Optional.empty()),
          Helpers.variables(Clock.systemUTC()),
          true,
          Optional.of(new Commits()));
  private final Dispatcher dispatcher =
      new Dispatcher(this::send, new PipelineListener() {}, Clock.systemUTC());
  private final Pipeline pipeline =
      new Pipeline(
          Configurations.only(() -> Optional.of(CONFIGURATION)),
          variables,
          executor,
          dispatcher,
          new Nowhere(),
          Mutes.NONE,
          new Listener(),
          Clock.systemUTC());

  @AfterEach
  void close() {
    dispatcher.close();
    executor.close();
  }

  @Test
  void anEvaluationWaitsForItsRepositoryAndOthersGoOn() {
    pipeline.present(application("a", 1, "slow"));
    pipeline.present(application("a", 2, "none"));
    pipeline.present(application("b", 3, "quick"));
    answer("none", "no");
    answer("quick", "fix");

    await().until(() -> processed.contains("b 3"));
    assertThat(processed).containsExactly("b 3");

    answer("slow", "fix");

    await().until(() -> processed.size() == 3);
    assertThat(processed).containsExactly("b 3", "a 1", "a 2");
    await().until(() -> sent.size() == 3);
    assertThat(sent).containsExactlyInAnyOrder("on-commit b 3", "on-commit a 1", "on-plain a 2");
    assertThat(undecided).isEmpty();
    assertThat(executor.depth()).isZero();
  }

  @Test
  void aRepositoryThatFailsLeavesTheConditionUndecidedInASentence() {
    pipeline.present(application("a", 1, "gone"));
    commit("gone")
        .completeExceptionally(
            new RepositoryFacts.Unavailable("https://git.example.com did not answer within 5 s"));

    await().until(() -> processed.size() == 1);

    assertThat(undecided).singleElement().asString().contains("did not answer within 5 s");
    assertThat(sent).isEmpty();
  }

  @Test
  void aTemplateWaitsAndIsTriedAgainWhereTheRepositoryIsGone() {
    Configuration configuration =
        io.tocsin.notifier.Configurations.of(
            Map.of(
                "service.console", "{}",
                "template.t", "message: '{{(call .repo.GetCommitMetadata \"x\").Message}}'"));
    MessageSender sender =
        new MessageSender(Configurations.only(() -> Optional.of(configuration)), variables);
    Delivery delivery =
        new Delivery(
            new io.tocsin.notifier.delivery.Snapshot(application("a", 1, "x")),
            "",
            "",
            "on-x",
            "",
            List.of("t"),
            new io.tocsin.services.Destination("console", ""),
            "key",
            Instant.EPOCH);

    commit("x").completeExceptionally(new RepositoryFacts.Unavailable("nobody answers"));
    assertThat(sender.send(delivery))
        .isEqualTo(new Outcome.Retryable("nobody answers", Optional.empty()));

    commits.put("x", CompletableFuture.failedFuture(new GoException("there is no commit x")));
    assertThat(sender.send(delivery)).isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void aTaskThatIsParkedWhenAllStopsIsLeft() throws InterruptedException {
    pipeline.present(application("a", 1, "never"));
    await().until(() -> commits.containsKey("never"));

    assertThat(executor.stop(Duration.ofSeconds(10))).isTrue();
    answer("never", "fix");

    assertThat(processed).isEmpty();
  }

  private CompletableFuture<GoObject> commit(String revision) {
    return commits.computeIfAbsent(revision, name -> new CompletableFuture<>());
  }

  private void answer(String revision, String message) {
    commit(revision)
        .complete(new CommitMetadata(message, "Ann", GoTime.of(Instant.EPOCH), List.of()));
  }

  private Outcome send(Delivery delivery) {
    KubeObject object = delivery.object();
    sent.add(delivery.trigger() + " " + object.name() + " " + object.resourceVersion());
    return new Outcome.Delivered();
  }

  private static KubeObject application(String name, int version, String sha) {
    return Objects.object(
        """
        kind: Application
        metadata: {name: %s, namespace: argocd, uid: %s, resourceVersion: "%d"}
        status: {sha: %s}
        """
            .formatted(name, name, version, sha));
  }

  private final class Commits implements RepositoryFacts {
    @Override
    public CompletableFuture<GoObject> commit(KubeObject object, String revision) {
      return ParkedEvaluationTest.this.commit(revision);
    }

    @Override
    public CompletableFuture<GoObject> details(KubeObject object) {
      return CompletableFuture.failedFuture(new GoException("not asked"));
    }
  }

  private final class Listener implements PipelineListener {
    @Override
    public void processed(KubeObject object) {
      processed.add(object.name() + " " + object.resourceVersion());
    }

    @Override
    public void undecided(KubeObject object, String trigger, String sentence) {
      undecided.add(sentence);
    }
  }

  private record Nowhere() implements StateWriter {
    @Override
    public CompletableFuture<Void> write(ObjectKey key, String uid, Ledger ledger) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {}
  }
}
