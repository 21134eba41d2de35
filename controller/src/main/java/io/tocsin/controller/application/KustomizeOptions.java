package io.tocsin.controller.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is put on top of a kustomization. Texts that are not given are empty.
 *
 * @param images as {@code kustomize edit set image} takes them: {@code name=new:tag@digest}
 */
public record KustomizeOptions(
    String namePrefix,
    String nameSuffix,
    String namespace,
    List<String> images,
    Map<String, String> commonLabels,
    boolean labelWithoutSelector,
    boolean labelIncludeTemplates,
    boolean forceCommonLabels,
    Map<String, String> commonAnnotations,
    boolean forceCommonAnnotations,
    boolean commonAnnotationsEnvsubst,
    List<Replica> replicas,
    List<Patch> patches,
    List<String> components,
    boolean ignoreMissingComponents,
    String version,
    String kubeVersion,
    List<String> apiVersions) {
  /** How many replicas the workload of that name has; a number, as text. */
  public record Replica(String name, String count) {}

  /** A patch, given as text or by its path, and which objects it is for. */
  public record Patch(
      String path, String patch, Optional<Selector> target, Map<String, Boolean> options) {
    static Patch read(Fields fields) {
      return new Patch(
          fields.text("path"),
          fields.text("patch"),
          fields.object("target").map(Selector::read),
          fields.flags("options"));
    }
  }

  /** Which objects a patch is for; what is empty fits all. */
  public record Selector(
      String group,
      String version,
      String kind,
      String name,
      String namespace,
      String labelSelector,
      String annotationSelector) {
    static Selector read(Fields fields) {
      return new Selector(
          fields.text("group"),
          fields.text("version"),
          fields.text("kind"),
          fields.text("name"),
          fields.text("namespace"),
          fields.text("labelSelector"),
          fields.text("annotationSelector"));
    }
  }

  static KustomizeOptions read(Fields fields) {
    return new KustomizeOptions(
        fields.text("namePrefix"),
        fields.text("nameSuffix"),
        fields.text("namespace"),
        fields.texts("images"),
        fields.strings("commonLabels"),
        fields.flag("labelWithoutSelector"),
        fields.flag("labelIncludeTemplates"),
        fields.flag("forceCommonLabels"),
        fields.strings("commonAnnotations"),
        fields.flag("forceCommonAnnotations"),
        fields.flag("commonAnnotationsEnvsubst"),
        fields.objects("replicas", each -> new Replica(each.text("name"), each.scalar("count"))),
        fields.objects("patches", Patch::read),
        fields.texts("components"),
        fields.flag("ignoreMissingComponents"),
        fields.text("version"),
        fields.scalar("kubeVersion"),
        fields.texts("apiVersions"));
  }
}
