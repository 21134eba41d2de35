package io.tocsin.controller.application;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An operation under way or over. Running with a time of completion means that it failed and waits
 * to be tried again.
 */
public record OperationState(
    Operation operation,
    Phase phase,
    String message,
    Optional<SyncResult> syncResult,
    Instant startedAt,
    Optional<Instant> finishedAt,
    long retryCount) {
  static OperationState read(Fields fields) {
    return new OperationState(
        fields.object("operation").map(Operation::read).orElse(Operation.of(Map.of())),
        Phase.read(fields.text("phase")).orElse(Phase.ERROR),
        fields.text("message"),
        fields.object("syncResult").map(SyncResult::read),
        fields.time("startedAt").orElse(Instant.EPOCH),
        fields.time("finishedAt"),
        fields.number("retryCount", 0));
  }

  public OperationState withPhase(Phase other, String why) {
    return new OperationState(operation, other, why, syncResult, startedAt, finishedAt, retryCount);
  }

  public OperationState withSyncResult(Optional<SyncResult> other) {
    return new OperationState(operation, phase, message, other, startedAt, finishedAt, retryCount);
  }

  public OperationState withFinishedAt(Optional<Instant> other) {
    return new OperationState(operation, phase, message, syncResult, startedAt, other, retryCount);
  }

  public OperationState withRetryCount(long other) {
    return new OperationState(operation, phase, message, syncResult, startedAt, finishedAt, other);
  }

  public OperationState withOperation(Operation other) {
    return new OperationState(other, phase, message, syncResult, startedAt, finishedAt, retryCount);
  }

  /** As {@code status.operationState} is written. */
  public Map<String, Object> written() {
    Written written =
        new Written()
            .always("operation", operation.content())
            .always("phase", phase.toString())
            .text("message", message);
    syncResult.ifPresent(result -> written.always("syncResult", result.written()));
    return written
        .always("startedAt", Written.seconds(startedAt))
        .time("finishedAt", finishedAt)
        .number("retryCount", retryCount)
        .done();
  }
}
