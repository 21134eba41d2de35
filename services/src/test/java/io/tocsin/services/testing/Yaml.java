package io.tocsin.services.testing;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads YAML as a configuration has it. */
public final class Yaml {
  private static final YAMLMapper MAPPER = new YAMLMapper();

  private Yaml() {}

  public static Map<String, Object> map(String text) {
    return text.isBlank()
        ? Map.of()
        : MAPPER.readValue(text, new TypeReference<Map<String, Object>>() {});
  }
}
