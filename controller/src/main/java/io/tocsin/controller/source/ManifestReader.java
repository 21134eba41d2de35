package io.tocsin.controller.source;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.tree.Documents;
import io.tocsin.controller.tree.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes Kubernetes objects of what files hold. Lists are unfolded. */
public final class ManifestReader {
  private ManifestReader() {}

  /**
   * The objects of a file of YAML. A file that cannot be read counts as none if it does not look
   * like manifests: a folder may hold other YAML too.
   *
   * @throws SourceException for manifests that cannot be read
   */
  static List<KubeObject> ofFile(String name, String text) {
    boolean manifests =
        text.contains("apiVersion:") && text.contains("kind:") && text.contains("metadata:");
    try {
      return ofYaml(name, text);
    } catch (SourceException e) {
      if (manifests) {
        throw e;
      }
      return List.of();
    }
  }

  /**
   * All objects of a stream of YAML.
   *
   * @throws SourceException for what is no YAML, or no object of Kubernetes
   */
  public static List<KubeObject> ofYaml(String name, String text) {
    List<KubeObject> objects = new ArrayList<>();
    for (Object document : Documents.yaml(name, text)) {
      add(name, document, objects);
    }
    return objects;
  }

  /**
   * The object of a JSON file, or those of a list of them.
   *
   * @throws SourceException for what is no JSON, or no object of Kubernetes
   */
  static List<KubeObject> ofJson(String name, String text) {
    List<KubeObject> objects = new ArrayList<>();
    Object value = Documents.json(name, text);
    if (value instanceof List<?> several) {
      several.forEach(one -> add(name, one, objects));
    } else {
      add(name, value, objects);
    }
    return objects;
  }

  private static void add(String name, Object value, List<KubeObject> objects) {
    Map<String, Object> content =
        Documents.asMapping(value)
            .orElseThrow(
                () -> new SourceException("%s holds something that is no object".formatted(name)));
    if (!(content.get("kind") instanceof String kind) || kind.isEmpty()) {
      throw new SourceException("%s holds an object without a kind".formatted(name));
    }
    if (!(content.get("apiVersion") instanceof String version) || version.isEmpty()) {
      throw new SourceException(
          "%s holds an object of kind %s without an apiVersion".formatted(name, kind));
    }
    if (isList(kind, content)) {
      if (content.get("items") instanceof List<?> items) {
        items.forEach(item -> add(name, item, objects));
      }
    } else {
      objects.add(new KubeObject(content));
    }
  }

  private static boolean isList(String kind, Map<String, Object> content) {
    boolean other = content.containsKey("spec") || content.containsKey("status");
    return content.get("items") instanceof List<?>
        || (kind.endsWith("List") && content.containsKey("items") && !other);
  }
}
