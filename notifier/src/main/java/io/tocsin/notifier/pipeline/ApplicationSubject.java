package io.tocsin.notifier.pipeline;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Argo CD's Application.
 *
 * @param namespace the control plane's, where projects live
 * @param projects finds an AppProject
 */
public record ApplicationSubject(
    String namespace, Function<ObjectKey, Optional<KubeObject>> projects) implements Subject {
  private static final Set<String> ENDED = Set.of("Succeeded", "Failed", "Error");
  private static final Set<String> FAILED = Set.of("Failed", "Error");
  private static final String OPERATION = "operationState";

  @Override
  public Optional<KubeObject> parent(KubeObject application) {
    return projects.apply(new ObjectKey(namespace, project(application)));
  }

  /** The name of the project that an Application belongs to. */
  public static String project(KubeObject application) {
    return application.text("spec", "project").orElse("default");
  }

  @Override
  public Map<String, Object> variables(KubeObject application, Optional<KubeObject> project) {
    return Map.of(
        "app",
        application.content(),
        "appProject",
        project.map(KubeObject::content).orElseGet(Map::of));
  }

  @Override
  public boolean fromRepository(KubeObject application) {
    return true;
  }

  /**
   * An operation that ended after the status was last compared says nothing of the status: Argo CD
   * Notifications skips such a version too.
   */
  @Override
  public boolean settled(KubeObject application) {
    Optional<String> phase = application.text("status", OPERATION, "phase").filter(ENDED::contains);
    if (phase.isEmpty()) {
      return true;
    }
    return application
        .time("status", OPERATION, "finishedAt")
        .filter(
            finished ->
                !finished.isAfter(at(application, "reconciledAt"))
                    || !finished.isAfter(at(application, "observedAt")))
        .isPresent();
  }

  /** A failure is told even if the next operation began before the status was compared again. */
  @Override
  public boolean overtaken(KubeObject held, KubeObject newer) {
    return held.text("status", OPERATION, "phase").filter(FAILED::contains).isPresent()
        && !started(held).equals(started(newer));
  }

  private static Optional<String> started(KubeObject application) {
    return application.text("status", OPERATION, "startedAt");
  }

  private static Instant at(KubeObject application, String field) {
    return application.time("status", field).orElse(Instant.MIN);
  }
}
