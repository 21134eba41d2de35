package io.tocsin.controller.kustomize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code labels}, {@code commonLabels} and {@code commonAnnotations}: where they go. */
final class Labels {
  private static final String PODS = "spec/template/spec/";
  private static final String AFFINITY = PODS + "affinity/";
  private static final Set<String> KNOWN =
      Set.of(
          "pairs", "includeSelectors", "includeTemplates", "includeVolumeClaimTemplates", "fields");

  private static final FieldSpec METADATA = FieldSpec.required("", "", "metadata/labels");
  private static final FieldSpec CLAIMS =
      FieldSpec.required("apps", "StatefulSet", "spec/volumeClaimTemplates/metadata/labels");
  private static final List<FieldSpec> TEMPLATES = templates("labels");
  private static final List<FieldSpec> SELECTORS = selectors();
  private static final List<FieldSpec> ANNOTATIONS = annotationFields();

  private Labels() {}

  static void apply(Fields kustomization, Resources resources) {
    for (Fields label : kustomization.objects("labels")) {
      label.only(KNOWN);
      put(label.strings("pairs"), fields(label), resources);
    }
    List<FieldSpec> everywhere = new ArrayList<>(List.of(METADATA, CLAIMS));
    everywhere.addAll(TEMPLATES);
    everywhere.addAll(SELECTORS);
    put(kustomization.strings("commonLabels"), everywhere, resources);
  }

  static void annotate(Fields kustomization, Resources resources) {
    put(kustomization.strings("commonAnnotations"), ANNOTATIONS, resources);
  }

  private static List<FieldSpec> fields(Fields label) {
    List<FieldSpec> fields = new ArrayList<>();
    for (Fields own : label.objects("fields")) {
      own.only(Set.of("group", "version", "kind", "path", "create"));
      fields.add(
          FieldSpec.of(own.text("group"), own.text("kind"), own.text("path"), own.flag("create")));
    }
    boolean selectors = label.flag("includeSelectors");
    fields.add(METADATA);
    fields.addAll(selectors ? SELECTORS : List.of());
    fields.addAll(selectors || label.flag("includeTemplates") ? TEMPLATES : List.of());
    if (selectors || label.flag("includeVolumeClaimTemplates")) {
      fields.add(CLAIMS);
    }
    return fields;
  }

  private static void put(Map<String, String> pairs, List<FieldSpec> fields, Resources resources) {
    if (pairs.isEmpty()) {
      return;
    }
    for (Resource resource : resources.all()) {
      for (FieldSpec field : fields) {
        field.visit(resource, (holder, name) -> put(pairs, holder, name));
      }
    }
  }

  @SuppressWarnings("unchecked") // our own copies
  private static void put(Map<String, String> pairs, Map<String, Object> holder, String name) {
    Object old = holder.get(name);
    Map<String, Object> target =
        old instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
    target.putAll(pairs);
    holder.put(name, target);
  }

  private static List<FieldSpec> templates(String field) {
    List<FieldSpec> fields = new ArrayList<>();
    for (String kind :
        List.of("ReplicationController", "Deployment", "ReplicaSet", "DaemonSet", "StatefulSet")) {
      fields.add(FieldSpec.required("", kind, "spec/template/metadata/" + field));
    }
    fields.add(FieldSpec.required("batch", "Job", "spec/template/metadata/" + field));
    fields.add(FieldSpec.required("batch", "CronJob", "spec/jobTemplate/metadata/" + field));
    fields.add(
        FieldSpec.required("batch", "CronJob", "spec/jobTemplate/spec/template/metadata/" + field));
    return fields;
  }

  private static List<FieldSpec> annotationFields() {
    List<FieldSpec> fields = new ArrayList<>(templates("annotations"));
    fields.add(FieldSpec.required("", "", "metadata/annotations"));
    return fields;
  }

  private static List<FieldSpec> selectors() {
    List<FieldSpec> fields = new ArrayList<>();
    fields.add(FieldSpec.required("", "ReplicationController", "spec/selector"));
    fields.add(FieldSpec.required("", "Service", "spec/selector"));
    for (String kind : List.of("Deployment", "ReplicaSet", "DaemonSet")) {
      fields.add(FieldSpec.required("", kind, "spec/selector/matchLabels"));
    }
    fields.add(FieldSpec.required("apps", "StatefulSet", "spec/selector/matchLabels"));
    fields.add(FieldSpec.of("batch", "Job", "spec/selector/matchLabels", false));
    fields.add(
        FieldSpec.of("batch", "CronJob", "spec/jobTemplate/spec/selector/matchLabels", false));
    fields.add(FieldSpec.of("policy", "PodDisruptionBudget", "spec/selector/matchLabels", false));
    for (String path :
        List.of(
            "spec/podSelector", "spec/ingress/from/podSelector", "spec/egress/to/podSelector")) {
      fields.add(FieldSpec.of("networking.k8s.io", "NetworkPolicy", path + "/matchLabels", false));
    }
    for (String kind : List.of("Deployment", "StatefulSet")) {
      for (String side : List.of("podAffinity", "podAntiAffinity")) {
        String preferred = "/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm";
        String required = "/requiredDuringSchedulingIgnoredDuringExecution";
        for (String term : List.of(preferred, required)) {
          fields.add(
              FieldSpec.of(
                  "apps", kind, AFFINITY + side + term + "/labelSelector/matchLabels", false));
        }
      }
      fields.add(
          FieldSpec.of(
              "apps", kind, PODS + "topologySpreadConstraints/labelSelector/matchLabels", false));
    }
    return fields;
  }
}
