package io.tocsin.controller.kustomize;

import io.tocsin.controller.tree.SourceException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Lets references follow objects that are called otherwise now. */
final class NameReferences {
  private static final String SUBJECTS = "subjects";

  private final Resources resources;

  NameReferences(Resources resources) {
    this.resources = resources;
  }

  void follow() {
    for (References references : References.ALL) {
      boolean renamed =
          resources.all().stream()
              .flatMap(resource -> resource.former().stream())
              .anyMatch(references::areTo);
      if (renamed) {
        references
            .fields()
            .forEach(
                field ->
                    resources
                        .all()
                        .forEach(
                            referrer ->
                                field.visit(
                                    referrer,
                                    (holder, name) -> follow(references, referrer, holder, name))));
      }
    }
  }

  @SuppressWarnings("unchecked") // our own copies
  private void follow(
      References references, Resource referrer, Map<String, Object> holder, String field) {
    switch (holder.get(field)) {
      case String old when isOfThisKind(references, holder, field) ->
          find(references, referrer, old, Optional.empty())
              .ifPresent(found -> holder.put(field, found.name()));
      case Map<?, ?> map -> followObject(references, referrer, (Map<String, Object>) map);
      case List<?> list when field.equals(SUBJECTS) ->
          list.stream()
              .filter(Map.class::isInstance)
              .map(subject -> (Map<String, Object>) subject)
              .filter(subject -> references.kind().equals(subject.get("kind")))
              .forEach(subject -> followObject(references, referrer, subject));
      case List<?> list -> followAll(references, referrer, (List<Object>) list);
      case null, default -> {}
    }
  }

  /** A roleRef and a scaleTargetRef say of which kind the object is that they name. */
  private static boolean isOfThisKind(
      References references, Map<String, Object> holder, String field) {
    boolean tells = field.equals("name") && holder.get("kind") instanceof String;
    return !tells || references.kind().equals(holder.get("kind"));
  }

  private void followAll(References references, Resource referrer, List<Object> names) {
    names.replaceAll(
        name ->
            name instanceof String old
                ? find(references, referrer, old, Optional.empty())
                    .map(found -> (Object) found.name())
                    .orElse(old)
                : name);
  }

  private void followObject(
      References references, Resource referrer, Map<String, Object> reference) {
    if (!(reference.get("name") instanceof String old)) {
      return;
    }
    Optional<String> namespace =
        Optional.ofNullable(reference.get("namespace") instanceof String text ? text : null);
    find(references, referrer, old, namespace)
        .ifPresent(
            found -> {
              reference.put("name", found.name());
              if (!found.namespace().isEmpty()) {
                reference.put("namespace", found.namespace());
              }
            });
  }

  private Optional<Resource> find(
      References references, Resource referrer, String name, Optional<String> namespace) {
    List<Resource> found =
        resources.all().stream()
            .filter(
                one ->
                    one.former().stream()
                        .anyMatch(id -> references.areTo(id) && id.name().equals(name)))
            .filter(one -> namespace.isEmpty() || one.ids().anyMatch(id -> isIn(id, namespace)))
            .filter(one -> namespace.isPresent() || isNear(referrer, one))
            .toList();
    if (found.size() > 1) {
      found = closest(referrer, found);
    }
    if (found.stream().map(Resource::name).distinct().count() > 1) {
      throw new SourceException(
          "%s names a %s \"%s\", of which there are several: %s"
              .formatted(referrer, references.kind(), name, found));
    }
    return found.stream().findFirst();
  }

  private static boolean isIn(ObjectId id, Optional<String> namespace) {
    String wanted = namespace.orElse("");
    return id.namespace().equals(wanted.equals("default") ? "" : wanted);
  }

  /** Objects of a namespace name those of their own. */
  private static boolean isNear(Resource referrer, Resource other) {
    return referrer.isClusterScoped()
        || other.isClusterScoped()
        || Objects.equals(referrer.id().namespace(), other.id().namespace());
  }

  /** Those that went through the same layers, if there are any. */
  private static List<Resource> closest(Resource referrer, List<Resource> found) {
    List<Resource> same =
        found.stream()
            .filter(
                one ->
                    one.prefixes().equals(referrer.prefixes())
                        && one.suffixes().equals(referrer.suffixes()))
            .toList();
    return same.isEmpty() ? found : same;
  }
}
