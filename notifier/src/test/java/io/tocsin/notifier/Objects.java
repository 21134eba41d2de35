package io.tocsin.notifier;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.demo.Demo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Objects for tests. */
public final class Objects {
  private Objects() {}

  public static KubeObject object(String yaml) {
    return new KubeObject(Yaml.mapping(yaml));
  }

  /** The text of a file that the demo brings along. */
  public static String file(String name) {
    try (InputStream stream = Demo.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
