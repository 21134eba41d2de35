package io.tocsin.controller.sync;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.KubeObjects;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Objects as tests write them. */
final class Yamls {
  private static final YAMLMapper YAML = new YAMLMapper();

  private Yamls() {}

  @SuppressWarnings("unchecked")
  static KubeObject object(String yaml) {
    return new KubeObject(
        (Map<String, Object>)
            KubeObjects.numbers(YAML.readValue(yaml, new TypeReference<Map<String, Object>>() {})));
  }

  static List<KubeObject> objects(String yaml) {
    return Arrays.stream(yaml.split("(?m)^---\\s*$"))
        .filter(document -> !document.isBlank())
        .map(Yamls::object)
        .toList();
  }
}
