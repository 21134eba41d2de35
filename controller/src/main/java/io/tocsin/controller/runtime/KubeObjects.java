package io.tocsin.controller.runtime;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes {@link KubeObject}s of what others hold, less {@code managedFields}. */
public final class KubeObjects {
  private KubeObjects() {}

  public static KubeObject of(GenericKubernetesResource resource) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("apiVersion", resource.getApiVersion());
    content.put("kind", resource.getKind());
    content.put("metadata", metadata(resource.getMetadata()));
    resource.getAdditionalProperties().forEach((name, value) -> content.put(name, numbers(value)));
    return new KubeObject(content);
  }

  /** A copy of parsed JSON or YAML with Kubernetes' two kinds of numbers. */
  public static Object numbers(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> copy = LinkedHashMap.newLinkedHashMap(map.size());
        map.forEach((name, item) -> copy.put(String.valueOf(name), numbers(item)));
        yield copy;
      }
      case List<?> list -> {
        List<Object> copy = new ArrayList<>(list.size());
        list.forEach(item -> copy.add(numbers(item)));
        yield copy;
      }
      case Integer number -> number.longValue();
      case BigInteger number -> number.doubleValue();
      case Long number -> number;
      case Number number -> number.doubleValue();
      case null, default -> value;
    };
  }

  private static Map<String, Object> metadata(ObjectMeta meta) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (meta == null) {
      return fields;
    }
    put(fields, "name", meta.getName());
    put(fields, "generateName", meta.getGenerateName());
    put(fields, "namespace", meta.getNamespace());
    put(fields, "uid", meta.getUid());
    put(fields, "resourceVersion", meta.getResourceVersion());
    put(fields, "generation", meta.getGeneration());
    put(fields, "creationTimestamp", meta.getCreationTimestamp());
    put(fields, "deletionTimestamp", meta.getDeletionTimestamp());
    put(fields, "deletionGracePeriodSeconds", meta.getDeletionGracePeriodSeconds());
    put(fields, "labels", meta.getLabels());
    put(fields, "annotations", meta.getAnnotations());
    put(fields, "finalizers", meta.getFinalizers());
    put(fields, "ownerReferences", owners(meta.getOwnerReferences()));
    return fields;
  }

  private static List<Object> owners(List<OwnerReference> references) {
    List<Object> owners = new ArrayList<>();
    for (OwnerReference reference : references) {
      Map<String, Object> owner = new LinkedHashMap<>();
      put(owner, "apiVersion", reference.getApiVersion());
      put(owner, "kind", reference.getKind());
      put(owner, "name", reference.getName());
      put(owner, "uid", reference.getUid());
      put(owner, "controller", reference.getController());
      put(owner, "blockOwnerDeletion", reference.getBlockOwnerDeletion());
      owners.add(owner);
    }
    return owners;
  }

  private static void put(Map<String, Object> fields, String name, Object value) {
    boolean empty =
        value == null
            || (value instanceof Map<?, ?> map && map.isEmpty())
            || (value instanceof List<?> list && list.isEmpty());
    if (!empty) {
      fields.put(name, value);
    }
  }
}
