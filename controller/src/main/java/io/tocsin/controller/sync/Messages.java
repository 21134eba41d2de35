package io.tocsin.controller.sync;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What an operation says of itself, in the words that users of Argo CD look for. */
final class Messages {
  private Messages() {}

  static String waitingFor(
      Collection<SyncTask> tasks, boolean deletion, SyncSettings settings, SyncProgress progress) {
    if (tasks.isEmpty()) {
      return "";
    }
    List<SyncTask> hooks = tasks.stream().filter(SyncTask::isHook).toList();
    List<SyncTask> unconfirmed =
        settings.pruneConfirmed()
            ? List.of()
            : tasks.stream()
                .filter(task -> task.needsConfirmation(settings) && progress.isPending(task))
                .toList();
    String kind = hooks.size() == tasks.size() ? "hooks" : "resources";
    if (!unconfirmed.isEmpty()) {
      return sentence("pruning confirmation of", unconfirmed.getFirst(), unconfirmed.size(), kind);
    }
    SyncTask first = hooks.isEmpty() ? tasks.iterator().next() : hooks.getFirst();
    return sentence(reason(deletion, !hooks.isEmpty()), first, tasks.size(), kind);
  }

  private static String reason(boolean deletion, boolean hooks) {
    if (deletion) {
      return hooks ? "deletion of hook" : "deletion of";
    }
    return hooks ? "completion of hook" : "healthy state of";
  }

  private static String sentence(String reason, SyncTask first, int count, String kind) {
    String waiting = "waiting for " + reason + " " + first.title();
    return count > 1 ? waiting + " and " + (count - 1) + " more " + kind : waiting;
  }

  static String failure(String what, Collection<SyncTask> failed, SyncProgress progress) {
    String reasons =
        failed.stream().map(progress::message).distinct().collect(Collectors.joining(","));
    return failed.isEmpty() ? what : what + ", reason: " + reasons;
  }
}
