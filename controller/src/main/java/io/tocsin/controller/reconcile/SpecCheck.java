package io.tocsin.controller.reconcile;

import io.tocsin.controller.application.AppProject;
import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.InvalidSpecException;
import io.tocsin.controller.project.Glob;
import io.tocsin.controller.project.Permissions;
import io.tocsin.controller.reconcile.cluster.ClusterConnection;
import io.tocsin.controller.reconcile.cluster.Clusters;
import io.tocsin.controller.sync.cluster.RequestListener;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Checks whether what an Application asks for can and may be done. Thread-safe. */
final class SpecCheck {
  private final ControlPlane plane;
  private final Clusters clusters;
  private final BiFunction<Application, String, RequestListener> requests;

  /**
   * @param requests who is told of requests for an Application, given it and its cluster's server
   */
  SpecCheck(
      ControlPlane plane,
      Clusters clusters,
      BiFunction<Application, String, RequestListener> requests) {
    this.plane = plane;
    this.clusters = clusters;
    this.requests = requests;
  }

  /** What the check has come to. */
  sealed interface Result {}

  record Sound(Subject subject) implements Result {}

  record Unsound(List<String> reasons) implements Result {}

  Result check(Application application) {
    try {
      Subject subject = subject(application);
      List<String> refusals = subject.permissions().refusals(application.spec());
      return refusals.isEmpty() ? new Sound(subject) : new Unsound(refusals);
    } catch (InvalidSpecException e) {
      return new Unsound(List.of(e.getMessage()));
    }
  }

  /** What is needed to take an Application's objects away; it need not be permitted any more. */
  Result deletable(Application application) {
    try {
      return new Sound(subject(application));
    } catch (InvalidSpecException e) {
      return new Unsound(List.of(e.getMessage()));
    }
  }

  /** Whether there is a cluster, or was one and is not there any more. */
  boolean knowsCluster(Application application) {
    return clusters.knows(application.spec().destination());
  }

  private Subject subject(Application application) {
    AppProject project = project(application);
    ClusterConnection cluster = clusters.find(application.spec().destination());
    return new Subject(
        application,
        application.instanceName(plane.namespace()),
        project,
        new Permissions(project, cluster.identity()),
        cluster,
        requests.apply(application, cluster.identity().server()),
        plane.settings());
  }

  private AppProject project(Application application) {
    String name = application.spec().project();
    Optional<AppProject> project = plane.project(name);
    if (project.isEmpty()) {
      throw new InvalidSpecException(
          "Application referencing project %s which does not exist".formatted(name));
    }
    boolean foreign = !application.namespace().equals(plane.namespace());
    boolean permitted =
        project.get().sourceNamespaces().stream()
            .anyMatch(glob -> Glob.of(glob).matches(application.namespace()));
    if (foreign && !permitted) {
      throw new InvalidSpecException(
          "application '%s' in namespace '%s' is not permitted to use project '%s'"
              .formatted(application.name(), application.namespace(), name));
    }
    return project.get();
  }
}
