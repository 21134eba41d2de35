package io.tocsin.controller.compare;

import io.tocsin.controller.customization.CompareOptions;
import io.tocsin.controller.customization.ResourceCustomizations;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.Trees;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Removes differences that mean nothing, as gitops-engine does before it compares. */
record Normalization(CompareOptions options) {
  /** The content without creation time and managers, and kinds with a form of their own in it. */
  Map<String, Object> normalize(KubeObject object) {
    Map<String, Object> content = object.content();
    content = Trees.without(content, "metadata", "creationTimestamp");
    content = Trees.without(content, "metadata", "managedFields");
    return switch (ResourceCustomizations.key(object.group(), object.kind())) {
      case "Secret" -> secret(content);
      case "Endpoints" -> endpoints(content);
      case "rbac.authorization.k8s.io/Role", "rbac.authorization.k8s.io/ClusterRole" ->
          role(content);
      default -> content;
    };
  }

  /** {@code stringData} is {@code data} that is not encoded yet; null is empty. */
  private static Map<String, Object> secret(Map<String, Object> content) {
    Map<String, Object> given = Trees.map(content.get("data"));
    Map<String, Object> texts = Trees.map(content.get("stringData"));
    if (texts.isEmpty() && !given.containsValue(null)) {
      return Trees.without(content, "stringData");
    }
    Map<String, Object> data = new LinkedHashMap<>(given);
    texts.forEach((name, value) -> data.put(name, value instanceof String s ? base64(s) : value));
    data.replaceAll((name, value) -> value == null ? "" : value);
    return Trees.with(Trees.without(content, "stringData"), data, "data");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** No rules are null, which takes away what is there. */
  private Map<String, Object> role(Map<String, Object> content) {
    boolean aggregated =
        options.ignoreAggregatedRoles() && content.get("aggregationRule") instanceof Map;
    boolean none = content.get("rules") instanceof List<?> rules && rules.isEmpty();
    if (!aggregated && !none) {
      return content;
    }
    Map<String, Object> copy = new LinkedHashMap<>(content);
    copy.put("rules", null);
    return copy;
  }

  /** Subsets in order, with the protocol that is the default. */
  private static Map<String, Object> endpoints(Map<String, Object> content) {
    if (!(content.get("subsets") instanceof List<?> subsets)) {
      return content;
    }
    List<Object> sorted = new ArrayList<>();
    for (Object subset : subsets) {
      Map<String, Object> copy = new LinkedHashMap<>(Trees.map(subset));
      copy.replaceAll(
          (name, value) ->
              value instanceof List<?> list
                  ? inOrder(name.equals("ports") ? withProtocol(list) : list)
                  : value);
      sorted.add(copy);
    }
    return Trees.with(content, inOrder(sorted), "subsets");
  }

  private static List<Object> withProtocol(List<?> ports) {
    List<Object> result = new ArrayList<>();
    for (Object port : ports) {
      Map<String, Object> copy = new LinkedHashMap<>(Trees.map(port));
      copy.putIfAbsent("protocol", "TCP");
      result.add(copy);
    }
    return result;
  }

  private static List<Object> inOrder(List<?> list) {
    return list.stream()
        .<Object>map(element -> element)
        .sorted(Comparator.comparing(element -> new TreeMap<>(Trees.map(element)) + ""))
        .toList();
  }
}
