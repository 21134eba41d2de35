package io.tocsin.controller.reconcile;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.ApplicationStatus;
import io.tocsin.controller.application.InvalidSpecException;
import io.tocsin.controller.application.OperationState;
import io.tocsin.controller.application.Phase;
import io.tocsin.controller.application.ResourceState;
import io.tocsin.controller.application.Source;
import io.tocsin.controller.application.SyncOperation;
import io.tocsin.controller.application.SyncPolicy.Automated;
import io.tocsin.controller.application.SyncResult;
import io.tocsin.controller.compare.SyncStatus;
import io.tocsin.controller.project.SyncWindows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks for syncs where an Application says that nobody needs to. Thread-safe. */
final class AutoSync {
  private static final long RETRIES = 5;
  private static final long LOOP = 3;
  private static final Duration WINDOW_CHECK = Duration.ofMinutes(1);

  private final SelfHealPace pace;
  private final Clock clock;

  AutoSync(SelfHealPace pace, Clock clock) {
    this.pace = pace;
    this.clock = clock;
  }

  /** Drafts a request, or why there is none although there is a difference. */
  void decide(Subject subject, Observation observation, Draft draft) {
    Optional<Automated> policy =
        subject.application().spec().syncPolicy().automated().filter(Automated::enabled);
    if (policy.isEmpty() || draft.operating()) {
      return;
    }
    if (observation.comparison().status() != SyncStatus.OUT_OF_SYNC) {
      boolean loops = draft.status().operationState().map(this::heals).orElse(0L) >= LOOP;
      if (!loops) {
        said(draft, Optional.empty());
      }
      return;
    }
    List<ResourceState> resources = draft.status().resources();
    boolean onlyPrunes =
        resources.stream()
            .filter(each -> each.status().equals("OutOfSync"))
            .allMatch(ResourceState::requiresPruning);
    if (onlyPrunes && !policy.get().prune()) {
      said(draft, Optional.empty());
      return;
    }
    try {
      if (!SyncWindows.of(subject.project().syncWindows(), subject.application())
          .permits(false, clock.instant(), Optional.empty())) {
        draft.compareAt(clock.instant().plus(WINDOW_CHECK));
        return;
      }
    } catch (InvalidSpecException e) {
      said(draft, Optional.of(e.getMessage()));
      return;
    }
    request(subject.application(), policy.get(), observation.rendering().revisions(), draft);
  }

  private void request(
      Application application, Automated policy, List<String> revisions, Draft draft) {
    ApplicationStatus status = draft.status();
    String names = String.join(", ", revisions);
    Optional<OperationState> last =
        status.operationState().filter(state -> attempted(application, state, revisions));
    long heals = 0;
    List<ResourceState> healed = List.of();
    if (last.isPresent()) {
      OperationState state = last.get();
      if (state.phase() != Phase.SUCCEEDED) {
        said(
            draft,
            Optional.of("Failed last sync attempt to %s: %s".formatted(names, state.message())));
        return;
      }
      if (!policy.selfHeal()) {
        return;
      }
      heals = heals(state);
      Instant due = state.finishedAt().orElse(Instant.EPOCH).plus(pace.delay(heals));
      if (clock.instant().isBefore(due)) {
        draft.compareAt(due);
        looping(draft, heals);
        return;
      }
      heals++;
      healed =
          status.resources().stream().filter(each -> each.status().equals("OutOfSync")).toList();
    }
    boolean wipes =
        !status.resources().isEmpty()
            && status.resources().stream().allMatch(ResourceState::requiresPruning);
    if (policy.prune() && !policy.allowEmpty() && wipes) {
      said(
          draft,
          Optional.of(
              "Skipping sync attempt to %s: auto-sync will wipe out all resources"
                  .formatted(names)));
      return;
    }
    if (!looping(draft, heals)) {
      said(draft, Optional.empty());
    }
    draft.request(operation(application, policy, revisions, healed, heals));
  }

  /** Whether an operation was about what is wanted now. */
  private static boolean attempted(
      Application application, OperationState state, List<String> revisions) {
    Optional<SyncResult> result = state.syncResult();
    Optional<SyncOperation> sync = state.operation().sync();
    if (result.isEmpty() || sync.isEmpty() || sync.get().dryRun()) {
      return false;
    }
    boolean multiSource = application.spec().multiSource();
    boolean sameRevision =
        multiSource
            ? result.get().revisions().equals(revisions)
            : List.of(result.get().revision()).equals(revisions);
    return sameRevision
        && contents(result.get().sources()).equals(contents(application.spec().sources()));
  }

  private static List<Map<String, Object>> contents(List<Source> sources) {
    return sources.stream().map(source -> source.content()).toList();
  }

  /** Repairs in a row until now. */
  private long heals(OperationState last) {
    Instant ended = last.finishedAt().orElse(Instant.EPOCH);
    long before = last.operation().sync().map(SyncOperation::selfHealAttempts).orElse(0L);
    return clock.instant().isAfter(ended.plus(pace.cooldown())) ? 0 : before;
  }

  /** Says so where repairs do not last. */
  private boolean looping(Draft draft, long heals) {
    if (heals < LOOP) {
      return false;
    }
    String objects =
        draft.status().resources().stream()
            .filter(each -> each.status().equals("OutOfSync"))
            .map(each -> each.key().toString())
            .limit(LOOP)
            .collect(Collectors.joining(", "));
    said(
        draft,
        Optional.of(
            "Self-heal does not last: something else changes %s again and again"
                .formatted(objects)));
    return true;
  }

  private void said(Draft draft, Optional<String> sentence) {
    ApplicationStatus status = draft.status();
    draft.status(
        status.withConditions(
            Conditions.after(
                status.conditions(),
                Set.of(Conditions.SYNC),
                sentence.map(each -> Conditions.of(Conditions.SYNC, each)).stream().toList(),
                clock.instant())));
  }

  private static Map<String, Object> operation(
      Application application,
      Automated policy,
      List<String> revisions,
      List<ResourceState> resources,
      long heals) {
    Map<String, Object> sync = new LinkedHashMap<>();
    if (application.spec().multiSource()) {
      sync.put("revisions", revisions);
    } else {
      sync.put("revision", revisions.getFirst());
    }
    if (policy.prune()) {
      sync.put("prune", true);
    }
    if (!resources.isEmpty()) {
      sync.put("resources", resources.stream().map(AutoSync::named).toList());
    }
    List<String> options = application.spec().syncPolicy().options().options();
    if (!options.isEmpty()) {
      sync.put("syncOptions", options);
    }
    if (heals > 0) {
      sync.put("autoHealAttemptsCount", heals);
    }
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("initiatedBy", Map.of("automated", true));
    operation.put(
        "retry",
        application
            .spec()
            .syncPolicy()
            .retry()
            .map(retry -> retry.content())
            .orElse(Map.of("limit", RETRIES)));
    operation.put("sync", sync);
    return operation;
  }

  private static Map<String, Object> named(ResourceState resource) {
    Map<String, Object> named = new LinkedHashMap<>();
    if (!resource.key().group().isEmpty()) {
      named.put("group", resource.key().group());
    }
    named.put("kind", resource.key().kind());
    if (!resource.key().namespace().isEmpty()) {
      named.put("namespace", resource.key().namespace());
    }
    named.put("name", resource.key().name());
    return named;
  }
}
