package io.tocsin.controller.sync;

import java.util.List;

/** What comes next in a sync. */
sealed interface Decision {
  SyncProgress progress();

  /** Nothing, until the cluster changes. */
  record Await(SyncProgress progress) implements Decision {}

  /**
   * A wave.
   *
   * @param last whether nothing follows
   * @param onFailure the hooks that run if it fails
   */
  record RunWave(
      SyncProgress progress, List<SyncTask> tasks, boolean last, List<SyncTask> onFailure)
      implements Decision {}

  /**
   * The end, after the hooks for that have run.
   *
   * @param failed what the reason is to be taken from
   */
  record Fail(
      SyncProgress progress, List<SyncTask> onFailure, List<SyncTask> failed, String message)
      implements Decision {}

  /** The end. */
  record Succeed(SyncProgress progress, String message) implements Decision {}
}
