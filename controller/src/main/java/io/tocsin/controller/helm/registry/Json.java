package io.tocsin.controller.helm.registry;

import io.tocsin.controller.helm.chart.HelmException;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what registries answer. */
final class Json {
  private Json() {}

  /**
   * @throws HelmException when the bytes are no object
   */
  static Map<?, ?> object(Answer answer) {
    try {
      if (JsonMapper.shared().readValue(answer.body(), Object.class) instanceof Map<?, ?> map) {
        return map;
      }
    } catch (JacksonException e) {
      throw new HelmException(
          Http.shown(answer.url()) + " answered no JSON: " + e.getOriginalMessage(), e);
    }
    throw new HelmException(Http.shown(answer.url()) + " answered no JSON object");
  }
}
