package io.tocsin.controller.source;

import io.tocsin.controller.application.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One source of an application, and for whom it is rendered.
 *
 * @param application its name, {@code <namespace>_<name>} outside the control plane's namespace
 * @param namespace the destination's
 * @param siblings all sources of the application, in which {@code $ref/…} is looked up
 * @param revision which is rendered in place of what {@code targetRevision} is now
 * @param refRevisions which are read of sources that are referred to, by their refs; what is not
 *     among them is read as it is now
 * @param kubeVersion of the destination, for charts; empty where it is not known
 * @param apiVersions of the destination, for charts
 */
public record RenderRequest(
    String application,
    String namespace,
    String project,
    Source source,
    List<Source> siblings,
    Optional<String> revision,
    Map<String, String> refRevisions,
    String kubeVersion,
    List<String> apiVersions) {
  public RenderRequest {
    siblings = List.copyOf(siblings);
    refRevisions = Map.copyOf(refRevisions);
    apiVersions = List.copyOf(apiVersions);
  }

  /** The source as it is now, for a destination of which nothing more is known. */
  public static RenderRequest of(
      String application, String namespace, String project, Source source, List<Source> siblings) {
    return new RenderRequest(
        application,
        namespace,
        project,
        source,
        siblings,
        Optional.empty(),
        Map.of(),
        "",
        List.of());
  }
}
