package io.tocsin.controller.reconcile;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.ApplicationStatus;
import io.tocsin.controller.application.Condition;
import io.tocsin.controller.application.HealthState;
import io.tocsin.controller.application.ResourceState;
import io.tocsin.controller.application.Source;
import io.tocsin.controller.application.Summary;
import io.tocsin.controller.application.SyncState;
import io.tocsin.controller.health.Health;
import io.tocsin.controller.source.ImageList;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The status of an Application after it was looked at. */
final class StatusOf {
  private StatusOf() {}

  /**
   * After a comparison.
   *
   * @param latest whether revisions were resolved for it
   */
  static ApplicationStatus observation(
      Subject subject, Observation observation, Instant now, boolean latest) {
    Application application = subject.application();
    ApplicationStatus before = application.status();
    List<String> revisions = observation.rendering().revisions();
    boolean multiSource = application.spec().multiSource();
    SyncState sync =
        new SyncState(
            observation.comparison().status().toString(),
            SyncState.comparedTo(application.spec(), application.spec().sources()),
            multiSource || revisions.isEmpty() ? "" : revisions.getFirst(),
            multiSource ? revisions : List.of());
    boolean timed = latest || before.reconciledAt().isEmpty();
    return new ApplicationStatus(
        sync,
        observation.health().state(before.health(), now),
        before.operationState(),
        before.history(),
        Conditions.after(
            before.conditions(), Conditions.OF_COMPARISON, observation.conditions(), now),
        resources(observation),
        summary(observation),
        timed ? Optional.of(now.truncatedTo(ChronoUnit.SECONDS)) : before.reconciledAt(),
        observation.rendering().types(),
        before.controllerNamespace());
  }

  private static List<ResourceState> resources(Observation observation) {
    List<ResourceState> states = new ArrayList<>();
    var resources = observation.comparison().resources();
    List<Optional<Health>> health = observation.health().resources();
    for (int i = 0; i < resources.size(); i++) {
      states.add(
          resources
              .get(i)
              .state(
                  health
                      .get(i)
                      .map(
                          each ->
                              new HealthState(
                                  each.status().toString(), each.message(), Optional.empty()))));
    }
    return List.copyOf(states);
  }

  private static Summary summary(Observation observation) {
    return new Summary(
        ExternalUrls.of(observation.live().values()),
        ImageList.of(List.copyOf(observation.live().values())));
  }

  /** When it could not be compared: how it is in sync is not known, the rest is as it was. */
  static ApplicationStatus failure(
      Application application, List<Condition> conditions, Instant now) {
    ApplicationStatus before = application.status();
    List<Source> sources = application.spec().sources();
    SyncState sync =
        new SyncState(
            "Unknown",
            SyncState.comparedTo(application.spec(), sources),
            before.sync().revision(),
            before.sync().revisions());
    ApplicationStatus after =
        new ApplicationStatus(
            sync,
            before.health(),
            before.operationState(),
            before.history(),
            Conditions.after(before.conditions(), Conditions.OF_COMPARISON, conditions, now),
            before.resources(),
            before.summary(),
            Optional.of(now.truncatedTo(ChronoUnit.SECONDS)),
            before.sourceTypes(),
            before.controllerNamespace());
    return before.health().status().isEmpty()
        ? withHealth(after, application, "Unknown", now)
        : after;
  }

  static ApplicationStatus withHealth(
      ApplicationStatus status, Application before, String health, Instant now) {
    HealthState old = before.status().health();
    Optional<Instant> since =
        old.status().equals(health) && old.lastTransitionTime().isPresent()
            ? old.lastTransitionTime()
            : Optional.of(now.truncatedTo(ChronoUnit.SECONDS));
    return new ApplicationStatus(
        status.sync(),
        new HealthState(health, "", since),
        status.operationState(),
        status.history(),
        status.conditions(),
        status.resources(),
        status.summary(),
        status.reconciledAt(),
        status.sourceTypes(),
        status.controllerNamespace());
  }

  static ApplicationStatus controlledFrom(ApplicationStatus status, String namespace) {
    return new ApplicationStatus(
        status.sync(),
        status.health(),
        status.operationState(),
        status.history(),
        status.conditions(),
        status.resources(),
        status.summary(),
        status.reconciledAt(),
        status.sourceTypes(),
        namespace);
  }
}
