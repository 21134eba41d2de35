package io.tocsin.controller.health;

import io.tocsin.controller.application.HealthState;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How an application is: as its worst resource.
 *
 * @param message which resources make it so; empty when it is healthy
 * @param resources the health of each resource, in the order given; empty where none is known, or
 *     where the resource does not count
 */
public record HealthAssessment(
    HealthStatus status, String message, List<Optional<Health>> resources) {
  private static final String IGNORE = "argocd.argoproj.io/ignore-healthcheck";
  private static final int CAUSES_SHOWN = 3;

  /**
   * One resource of an application.
   *
   * @param target as it should be; null for one that is to be pruned
   * @param live as it is; null for one that is missing
   */
  public record Subject(KubeObject target, KubeObject live) {}

  /**
   * Judges all resources. Hooks, what is skipped, and what is annotated with {@code
   * ignore-healthcheck} do not count; neither do missing resources, as long as others are there,
   * nor Applications that are Missing or Unknown.
   *
   * @param isSelf tells the Application itself, which does not count as its own resource
   */
  public static HealthAssessment of(
      List<Subject> subjects, HealthCheck check, Predicate<ResourceKey> isSelf) {
    Worst worst = new Worst();
    List<Optional<Health>> resources =
        subjects.stream().map(subject -> worst.add(subject, check, isSelf)).toList();
    return worst.assessment(resources);
  }

  /**
   * {@code status.health} of the Application; the time of transition stays while the status does.
   */
  public HealthState state(HealthState before, Instant now) {
    boolean same = before.status().equals(status.toString());
    return new HealthState(
        status.toString(),
        "",
        same && before.lastTransitionTime().isPresent()
            ? before.lastTransitionTime()
            : Optional.of(now.truncatedTo(ChronoUnit.SECONDS)));
  }

  private static final class Worst {
    private HealthStatus status = HealthStatus.HEALTHY;
    private final List<KubeObject> causes = new ArrayList<>();
    private boolean hasResources;
    private boolean hasLive;

    private Optional<Health> add(
        Subject subject, HealthCheck check, Predicate<ResourceKey> isSelf) {
      KubeObject live = subject.live();
      if ((subject.target() != null && HookAnnotations.isSkipped(subject.target()))
          || (live != null && HookAnnotations.isHook(live))) {
        return Optional.empty();
      }
      hasResources = true;
      if (live == null) {
        return Optional.of(new Health(HealthStatus.MISSING, ""));
      }
      hasLive = true;
      if ("true".equals(live.annotations().get(IGNORE)) || isSelf.test(ResourceKey.of(live))) {
        return Optional.empty();
      }
      Optional<Health> health = check.of(live);
      health.filter(found -> counts(live, found)).ifPresent(found -> note(live, found));
      return health;
    }

    private static boolean counts(KubeObject live, Health health) {
      boolean application = live.kind().equals("Application") && live.group().equals("argoproj.io");
      return !application
          || (health.status() != HealthStatus.MISSING && health.status() != HealthStatus.UNKNOWN);
    }

    private void note(KubeObject live, Health health) {
      if (health.status().isWorseThan(status)) {
        status = health.status();
        causes.clear();
      }
      if (health.status() == status && status != HealthStatus.HEALTHY) {
        causes.add(live);
      }
    }

    private HealthAssessment assessment(List<Optional<Health>> resources) {
      boolean missing = hasResources && !hasLive && HealthStatus.MISSING.isWorseThan(status);
      return missing
          ? new HealthAssessment(HealthStatus.MISSING, "", resources)
          : new HealthAssessment(status, message(), resources);
    }

    private String message() {
      if (causes.isEmpty()) {
        return "";
      }
      String shown =
          causes.stream().limit(CAUSES_SHOWN).map(Worst::name).collect(Collectors.joining(", "));
      int more = causes.size() - CAUSES_SHOWN;
      return "Caused by " + shown + (more > 0 ? " and " + more + " more" : "");
    }

    private static String name(KubeObject object) {
      ResourceKey key = ResourceKey.of(object);
      String kind = key.group().isEmpty() ? key.kind() : key.group() + "/" + key.kind();
      String name = key.namespace().isEmpty() ? key.name() : key.namespace() + "/" + key.name();
      return kind + ":" + name;
    }
  }
}
