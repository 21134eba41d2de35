package io.tocsin.controller.compare;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** {@code metadata.managedFields} of an object. */
record ManagedFields(List<Entry> entries) {
  private record Entry(String manager, String operation, String subresource, FieldSet fields) {}

  static ManagedFields of(KubeObject object) {
    List<Entry> entries = new ArrayList<>();
    for (Object element : object.list("metadata", "managedFields")) {
      Map<String, Object> entry = Trees.map(element);
      entries.add(
          new Entry(
              String.valueOf(entry.get("manager")),
              String.valueOf(entry.get("operation")),
              String.valueOf(entry.getOrDefault("subresource", "")),
              new FieldSet(Trees.map(entry.get("fieldsV1")))));
    }
    return new ManagedFields(entries);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  FieldSet all() {
    return union(entry -> true);
  }

  /** What the manager owns by applying. */
  FieldSet appliedBy(String manager) {
    return union(entry -> isApplied(entry, manager));
  }

  /** What anybody else owns, or the manager otherwise than by applying. */
  FieldSet ofOthers(String manager) {
    return union(entry -> !isApplied(entry, manager));
  }

  /** What any of the managers owns. */
  FieldSet ofAny(List<String> managers) {
    return union(entry -> managers.contains(entry.manager()));
  }

  private static boolean isApplied(Entry entry, String manager) {
    return entry.manager().equals(manager)
        && entry.operation().equals("Apply")
        && entry.subresource().isEmpty();
  }

  private FieldSet union(Predicate<Entry> wanted) {
    return entries.stream().filter(wanted).map(Entry::fields).reduce(FieldSet.EMPTY, FieldSet::and);
  }
}
