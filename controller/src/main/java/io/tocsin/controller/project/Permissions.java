package io.tocsin.controller.project;

import io.tocsin.controller.application.AppProject;
import io.tocsin.controller.application.ApplicationSpec;
import io.tocsin.controller.application.Source;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what a project refuses, in the words of Argo CD. */
public final class Permissions {
  private final AppProject project;
  private final ProjectRules rules;
  private final Cluster cluster;

  /** The project's say about Applications that go to the cluster. */
  public Permissions(AppProject project, Cluster cluster) {
    this.project = project;
    this.cluster = cluster;
    this.rules = new ProjectRules(project);
  }

  /** What is wrong with a specification, each an {@code InvalidSpecError}; empty when permitted. */
  public List<String> refusals(ApplicationSpec spec) {
    if (!project.signatureKeys().isEmpty()) {
      return List.of(
          "project '%s' requires signed commits (signatureKeys), which are not verified here"
              .formatted(project.name()));
    }
    Optional<String> incomplete = incomplete(spec);
    if (incomplete.isPresent()) {
      return List.of(incomplete.get());
    }
    List<String> refusals = new ArrayList<>();
    for (Source source : spec.sources()) {
      if (!rules.permitsSource(source)) {
        refusals.add(
            "application repo %s is not permitted in project '%s'"
                .formatted(source.repoUrl(), project.name()));
      }
    }
    if (!rules.permitsDestination(cluster, spec.destination().namespace())) {
      refusals.add(
          ("application destination server '%s' and namespace '%s' do not match any of the allowed"
                  + " destinations in project '%s'")
              .formatted(
                  spec.destination().name().isEmpty() ? cluster.server() : cluster.name(),
                  spec.destination().namespace(),
                  project.name()));
    }
    return refusals;
  }

  private static Optional<String> incomplete(ApplicationSpec spec) {
    if (spec.sources().isEmpty()) {
      return Optional.of(sourceNeeded(false));
    }
    return spec.sources().stream()
        .flatMap(source -> incomplete(source, spec.multiSource()).stream())
        .findFirst();
  }

  private static Optional<String> incomplete(Source source, boolean multiSource) {
    boolean some =
        !source.path().isEmpty()
            || !source.chart().isEmpty()
            || (multiSource && !source.ref().isEmpty());
    if (source.repoUrl().isEmpty() || !some) {
      return Optional.of(sourceNeeded(multiSource));
    }
    if (!source.chart().isEmpty() && source.targetRevision().isEmpty()) {
      return Optional.of(
          "spec.source.targetRevision is required if the manifest source is a helm chart");
    }
    return Optional.empty();
  }

  private static String sourceNeeded(boolean multiSource) {
    return multiSource
        ? "spec.sources[].repoURL and either path, chart, or ref are required for each source"
        : "spec.source.repoURL and either spec.source.path or spec.source.chart are required";
  }

  /** Why an object may not be deployed or pruned; empty when it may. */
  public Optional<String> refusal(KubeObject object, ResourceKind kind) {
    if (!rules.permitsKind(kind.group(), kind.kind(), object.name(), kind.namespaced())) {
      return Optional.of(
          "resource %s:%s is not permitted in project %s"
              .formatted(kind.group(), kind.kind(), project.name()));
    }
    if (kind.namespaced() && !rules.permitsDestination(cluster, object.namespace())) {
      return Optional.of(
          "namespace %s is not permitted in project '%s'"
              .formatted(object.namespace(), project.name()));
    }
    return Optional.empty();
  }
}
