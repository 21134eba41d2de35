package io.tocsin.controller.reconcile;

import io.tocsin.controller.application.Condition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The conditions of an Application. */
final class Conditions {
  static final String INVALID_SPEC = "InvalidSpecError";
  static final String COMPARISON = "ComparisonError";
  static final String SYNC = "SyncError";
  static final String DELETION = "DeletionError";
  static final String UNKNOWN = "UnknownError";
  static final String SHARED = "SharedResourceWarning";
  static final String REPEATED = "RepeatedResourceWarning";
  static final String EXCLUDED = "ExcludedResourceWarning";
  static final String ORPHANED = "OrphanedResourceWarning";

  /** What a comparison decides anew each time. */
  static final Set<String> OF_COMPARISON =
      Set.of(INVALID_SPEC, COMPARISON, UNKNOWN, SHARED, REPEATED, EXCLUDED, ORPHANED);

  private Conditions() {}

  static Condition of(String type, String message) {
    return new Condition(type, message, Optional.empty());
  }

  /** One condition of several sentences; none of none. */
  static List<Condition> joined(String type, List<String> sentences) {
    return sentences.isEmpty() ? List.of() : List.of(of(type, String.join("\n", sentences)));
  }

  /**
   * The conditions after some were decided anew; the time of one that says the same stays.
   *
   * @param decided types of which there are now only those that are found
   */
  static List<Condition> after(
      List<Condition> before, Set<String> decided, List<Condition> found, Instant now) {
    List<Condition> after =
        before.stream()
            .filter(each -> !decided.contains(each.type()))
            .collect(Collectors.toCollection(ArrayList::new));
    for (Condition each : found) {
      Optional<Condition> same =
          before.stream()
              .filter(old -> old.type().equals(each.type()))
              .filter(old -> old.message().equals(each.message()))
              .findFirst();
      after.add(
          same.orElseGet(
              () ->
                  new Condition(
                      each.type(),
                      each.message(),
                      Optional.of(now.truncatedTo(ChronoUnit.SECONDS)))));
    }
    return List.copyOf(after);
  }
}
