package io.tocsin.controller.kustomize;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code namePrefix}, {@code nameSuffix} and {@code namespace}. */
final class Names {
  private static final Set<String> KEEP_THEIR_NAMES =
      Set.of(
          "/Namespace",
          "apiextensions.k8s.io/CustomResourceDefinition",
          "apiregistration.k8s.io/APIService");
  private static final List<FieldSpec> NAMESPACES =
      List.of(
          FieldSpec.required("apiregistration.k8s.io", "APIService", "spec/service/namespace"),
          FieldSpec.of(
              "apiextensions.k8s.io",
              "CustomResourceDefinition",
              "spec/conversion/webhook/clientConfig/service/namespace",
              false));

  private Names() {}

  static void prefix(String prefix, Resources resources) {
    for (Resource resource : resources.all()) {
      if (!prefix.isEmpty() && changes(resource)) {
        resource.rename(prefix + resource.name());
        resource.prefixes().add(prefix);
      }
    }
  }

  static void suffix(String suffix, Resources resources) {
    for (Resource resource : resources.all()) {
      if (!suffix.isEmpty() && changes(resource)) {
        resource.rename(resource.name() + suffix);
        resource.suffixes().add(suffix);
      }
    }
  }

  private static boolean changes(Resource resource) {
    return !KEEP_THEIR_NAMES.contains(resource.group() + "/" + resource.kind());
  }

  static void namespace(String namespace, Resources resources) {
    if (namespace.isEmpty()) {
      return;
    }
    for (Resource resource : resources.all()) {
      if (resource.group().isEmpty() && resource.kind().equals("Namespace")) {
        resource.rename(namespace);
      } else if (!resource.isClusterScoped()) {
        resource.move(namespace);
      }
      NAMESPACES.forEach(
          field -> field.visit(resource, (holder, name) -> holder.put(name, namespace)));
      if (resource.kind().endsWith("RoleBinding")) {
        subjects(resource, namespace);
      }
    }
  }

  /** Only those called default: kustomize's way where nothing else is asked for. */
  @SuppressWarnings("unchecked") // our own copies
  private static void subjects(Resource binding, String namespace) {
    if (binding.content().get("subjects") instanceof List<?> subjects) {
      for (Object subject : subjects) {
        if (subject instanceof Map<?, ?> map && "default".equals(map.get("name"))) {
          ((Map<String, Object>) map).put("namespace", namespace);
        }
      }
    }
  }
}
