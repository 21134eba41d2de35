package io.tocsin.controller.customization;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.KubeObjects;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Objects for tests, from YAML. */
public final class Manifests {
  private static final YAMLMapper YAML = new YAMLMapper();

  private Manifests() {}

  @SuppressWarnings("unchecked") // tests write mappings
  public static KubeObject object(String yaml) {
    return new KubeObject(
        (Map<String, Object>) KubeObjects.numbers(YAML.readValue(yaml, Object.class)));
  }
}
