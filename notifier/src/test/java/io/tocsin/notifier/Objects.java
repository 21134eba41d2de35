package io.tocsin.notifier;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Yaml;
import java.util.LinkedHashMap;
import java.util.Map;

/** Objects for tests. */
public final class Objects {
  private Objects() {}

  public static KubeObject object(String yaml) {
    return new KubeObject(Yaml.mapping(yaml));
  }

  public static KubeObject application(
      Map<String, String> labels, Map<String, String> annotations) {
    return annotated("Application", "guestbook", labels, annotations);
  }

  public static KubeObject project(Map<String, String> annotations) {
    return annotated("AppProject", "default", Map.of(), annotations);
  }

  private static KubeObject annotated(
      String kind, String name, Map<String, String> labels, Map<String, String> annotations) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name);
    metadata.put("namespace", "argocd");
    metadata.put("labels", labels);
    metadata.put("annotations", annotations);
    return new KubeObject(
        Map.of("apiVersion", "argoproj.io/v1alpha1", "kind", kind, "metadata", metadata));
  }
}
