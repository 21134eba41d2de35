package io.tocsin.controller.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.Condition;
import io.tocsin.controller.application.Deployment;
import io.tocsin.controller.application.OperationState;
import io.tocsin.controller.application.Phase;
import io.tocsin.controller.application.SyncOperation;
import io.tocsin.controller.application.SyncOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperationsTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private final Application application =
      Yamls.application(
          """
          spec:
            revisionHistoryLimit: 2
            source: {repoURL: https://git.example.com/a, path: .}
          operation:
            sync: {revision: abc}
            initiatedBy: {username: anna}
            retry: {limit: 2, refresh: true, backoff: {duration: 10s, factor: 2}}
          status:
            history: [{id: 6, revision: x}, {id: 7, revision: y}]
          """);
  private final OperationState running =
      Operations.begin(application.operation().orElseThrow(), NOON);

  @Test
  void aRequestForNothingIsAnError() {
    Application nothing = Yamls.application("{spec: {}, operation: {info: []}}");
    OperationState state = Operations.begin(nothing.operation().orElseThrow(), NOON);

    assertThat(state.phase()).isEqualTo(Phase.ERROR);
    assertThat(state.message()).isEqualTo("Invalid operation request: no operation specified");
    assertThat(state.finishedAt()).contains(NOON);
  }

  @Test
  void aFailureIsTriedAgainAfterAPause() {
    OperationState failed =
        Operations.settle(running.withPhase(Phase.FAILED, "it broke"), false, NOON);

    assertThat(failed.phase()).isEqualTo(Phase.RUNNING);
    assertThat(failed.finishedAt()).contains(NOON);
    assertThat(failed.message()).isEqualTo("it broke. Retrying attempt #1 at 12:00PM.");
    assertThat(Operations.take(failed, Optional.empty(), NOON.plusSeconds(9)))
        .isEqualTo(new Operations.Rest(failed, NOON.plusSeconds(10)));
    OperationState again = Operations.take(failed, Optional.empty(), NOON.plusSeconds(10)).state();
    assertThat(again.message()).isEqualTo("Retrying operation with latest revisions. Attempt #1");
    assertThat(again.finishedAt()).isEmpty();
    assertThat(again.syncResult()).isEmpty();
    assertThat(again.operation().sync().orElseThrow().revision()).isEmpty();
  }

  @Test
  void theLastFailureStays() {
    OperationState last = running.withRetryCount(2).withPhase(Phase.FAILED, "it broke");

    OperationState over = Operations.settle(last, false, NOON);
    assertThat(over.phase()).isEqualTo(Phase.FAILED);
    assertThat(over.message()).isEqualTo("it broke (retried 2 times).");
  }

  @Test
  void whatWasTerminatedIsNotTriedAgain() {
    OperationState over =
        Operations.settle(running.withPhase(Phase.FAILED, "Operation terminated"), true, NOON);

    assertThat(over.phase()).isEqualTo(Phase.FAILED);
    assertThat(over.message()).isEqualTo("Operation terminated");
  }

  @Test
  void whatTakesTooLongIsTerminated() {
    Operations.Turn turn =
        Operations.take(running, Optional.of(Duration.ofMinutes(5)), NOON.plusSeconds(301));

    assertThat(turn.state().phase()).isEqualTo(Phase.TERMINATING);
    assertThat(turn.state().message()).isEqualTo("operation is terminating due to timeout");
  }

  @Test
  void whatWasLeftInTheMiddleGoesOn() {
    assertThat(Operations.take(running, Optional.empty(), NOON.plusSeconds(99)))
        .isEqualTo(new Operations.GoOn(running));
  }

  @Test
  void aWholeSyncMakesHistory() {
    SyncOperation sync = running.operation().sync().orElseThrow();
    OperationState done =
        running
            .withSyncResult(Optional.of(Operations.result(application, sync)))
            .withPhase(Phase.SUCCEEDED, "successfully synced (all tasks run)");

    List<Deployment> history = Operations.history(application, done, NOON.plusSeconds(5));
    assertThat(history).extracting(Deployment::id).containsExactly(7L, 8L);
    assertThat(history.getLast().revision()).isEqualTo("abc");
    assertThat(history.getLast().initiatedBy().username()).isEqualTo("anna");
    assertThat(Operations.history(application, done.withPhase(Phase.FAILED, ""), NOON))
        .isEqualTo(application.status().history());
  }

  @Test
  void whatTheComparisonFoundMayKeepASyncFromGoingOn() {
    List<Condition> conditions =
        List.of(
            new Condition(
                "SharedResourceWarning", "ConfigMap/x is part of a and b", Optional.empty()),
            new Condition("ComparisonError", "no such branch", Optional.empty()));
    SyncOptions strict = new SyncOptions(List.of("FailOnSharedResource=true"));

    assertThat(Operations.hindered(running, strict, conditions).orElseThrow().message())
        .isEqualTo("Shared resource found: ConfigMap/x is part of a and b");
    assertThat(Operations.hindered(running, SyncOptions.NONE, conditions).orElseThrow().message())
        .isEqualTo("ComparisonError: no such branch");
    assertThat(Operations.hindered(running, SyncOptions.NONE, conditions.subList(0, 1))).isEmpty();
  }
}
