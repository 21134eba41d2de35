package io.tocsin.controller.sync;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.KubeObjects;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Objects as tests write them. */
public final class Yamls {
  private static final YAMLMapper YAML = new YAMLMapper();

  private Yamls() {}

  @SuppressWarnings("unchecked")
  public static KubeObject object(String yaml) {
    return new KubeObject(
        (Map<String, Object>)
            KubeObjects.numbers(YAML.readValue(yaml, new TypeReference<Map<String, Object>>() {})));
  }

  public static Application application(String yaml) {
    return Application.of(object(yaml));
  }

  public static List<KubeObject> objects(String yaml) {
    return Arrays.stream(yaml.split("(?m)^---\\s*$"))
        .filter(document -> !document.isBlank())
        .map(Yamls::object)
        .toList();
  }
}
