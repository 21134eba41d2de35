package io.tocsin.controller.kustomize;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code images}: other names, tags and digests for images. */
final class Images {
  private static final Set<String> KNOWN =
      Set.of("name", "newName", "newTag", "tagSuffix", "digest");
  private static final Set<String> CONTAINERS = Set.of("containers", "initContainers");
  private static final List<FieldSpec> VOLUMES =
      List.of(
          FieldSpec.optional("", "spec/volumes/image/reference"),
          FieldSpec.optional("", "spec/template/spec/volumes/image/reference"));

  private Images() {}

  static void apply(Fields kustomization, Resources resources) {
    for (String field : List.of("images", "imageTags")) {
      for (Fields image : kustomization.objects(field)) {
        image.only(KNOWN);
        if (image.text("name").isEmpty()) {
          throw image.error("\"name\" is missing");
        }
        resources.all().forEach(resource -> apply(image, resource));
      }
    }
  }

  private static void apply(Fields image, Resource resource) {
    if (resource.kind().equals("CustomResourceDefinition")) {
      return;
    }
    containers(image, resource.content());
    VOLUMES.forEach(field -> field.visit(resource, (holder, name) -> replace(image, holder, name)));
  }

  /** Wherever containers are, in kinds that nobody knows too. */
  private static void containers(Fields image, Object at) {
    switch (at) {
      case Map<?, ?> map ->
          map.forEach(
              (name, value) -> {
                if (value instanceof List<?> list && CONTAINERS.contains(name)) {
                  list.forEach(container -> container(image, container));
                }
                containers(image, value);
              });
      case List<?> list -> list.forEach(item -> containers(image, item));
      case null, default -> {}
    }
  }

  @SuppressWarnings("unchecked") // our own copies
  private static void container(Fields image, Object container) {
    if (container instanceof Map<?, ?> map) {
      replace(image, (Map<String, Object>) map, "image");
    }
  }

  private static void replace(Fields image, Map<String, Object> holder, String field) {
    if (holder.get(field) instanceof String text) {
      ImageName old = ImageName.parse(text);
      if (old.name().equals(image.text("name"))) {
        holder.put(field, replaced(image, old).toString());
      }
    }
  }

  private static ImageName replaced(Fields image, ImageName old) {
    String name = image.text("newName").isEmpty() ? old.name() : image.text("newName");
    String tag = image.text("newTag");
    String digest = image.text("digest");
    if (!tag.isEmpty() || !digest.isEmpty()) {
      return new ImageName(name, tag, digest);
    }
    return image.text("tagSuffix").isEmpty()
        ? new ImageName(name, old.tag(), old.digest())
        : new ImageName(name, old.tag() + image.text("tagSuffix"), "");
  }
}
