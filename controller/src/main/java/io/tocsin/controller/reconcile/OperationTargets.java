package io.tocsin.controller.reconcile;

import java.time.Instant;

/**
 * What an operation syncs.
 *
 * @param startedAt of the operation, by which it is known
 */
record OperationTargets(Instant startedAt, long retryCount, Rendering rendering) {}
