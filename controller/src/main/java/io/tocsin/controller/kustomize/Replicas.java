package io.tocsin.controller.kustomize;

import java.util.List;
import java.util.Set;

/** {@code replicas}: how many of a workload. */
final class Replicas {
  private static final List<FieldSpec> FIELDS =
      List.of("Deployment", "ReplicationController", "ReplicaSet", "StatefulSet").stream()
          .map(kind -> FieldSpec.required("", kind, "spec/replicas"))
          .toList();

  private Replicas() {}

  static void apply(Fields kustomization, Resources resources) {
    for (Fields replica : kustomization.objects("replicas")) {
      replica.only(Set.of("name", "count"));
      long count = replica.number("count").orElseThrow(() -> replica.error("\"count\" is missing"));
      List<Resource> found =
          resources.matching(id -> id.name().equals(replica.text("name"))).stream()
              .filter(resource -> FIELDS.stream().anyMatch(field -> field.fits(resource)))
              .toList();
      if (found.isEmpty()) {
        throw replica.error("there is no workload called \"%s\"".formatted(replica.text("name")));
      }
      for (Resource resource : found) {
        FIELDS.forEach(field -> field.visit(resource, (holder, name) -> holder.put(name, count)));
      }
    }
  }
}
