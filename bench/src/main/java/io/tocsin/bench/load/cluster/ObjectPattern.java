package io.tocsin.bench.load.cluster;

import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object that others are made from. Everywhere in it, its name becomes the name of each, and
 * every revision (40 hexadecimal digits) another one for each.
 */
final class ObjectPattern {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern REVISION = Pattern.compile("\\b[0-9a-f]{40}\\b");

  private final String text;
  private final String name;

  ObjectPattern(ObjectNode object) {
    name = object.at("/metadata/name").asString();
    text = JSON.writeValueAsString(object);
  }

  /** One of its own, with these labels and annotations beside those of the pattern. */
  ObjectNode make(
      String namespace, String own, Map<String, String> labels, Map<String, String> annotations) {
    String renamed = text.replace(name, own);
    String varied = REVISION.matcher(renamed).replaceAll(r -> Revisions.of(own, r.group()));
    ObjectNode object = (ObjectNode) JSON.readTree(varied);
    ObjectNode metadata = (ObjectNode) object.get("metadata");
    metadata.put("name", own).put("namespace", namespace);
    labels.forEach(metadata.withObject("labels")::put);
    annotations.forEach(metadata.withObject("annotations")::put);
    return object;
  }
}
