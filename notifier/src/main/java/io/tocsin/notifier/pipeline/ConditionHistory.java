package io.tocsin.notifier.pipeline;

import io.tocsin.services.spi.ServiceState;
import io.tocsin.triggers.Condition;
import io.tocsin.triggers.Trigger;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which templates each condition sent that a trigger ever had, beyond a restart; of a trigger the
 * newest {@link #MOST}.
 */
public record ConditionHistory(ServiceState state) {
  static final int MOST = 20;

  private static final TypeReference<LinkedHashMap<String, List<String>>> TEMPLATES =
      new TypeReference<>() {};

  /**
   * Takes in the conditions of a configuration.
   *
   * @param scope the tenant's namespace, empty for the control plane's
   */
  public FormerConditions learn(String scope, Collection<Trigger> triggers) {
    Map<String, Map<String, List<String>>> known = new HashMap<>();
    for (Trigger trigger : triggers) {
      known.put(trigger.name(), learn("conditions " + scope + ":" + trigger.name(), trigger));
    }
    return FormerConditions.of(triggers, known);
  }

  private Map<String, List<String>> learn(String name, Trigger trigger) {
    Map<String, List<String>> known = read(name);
    Map<String, List<String>> next = new LinkedHashMap<>(known);
    for (Condition condition : trigger.conditions()) {
      next.remove(condition.key());
      next.put(condition.key(), condition.send());
    }
    Iterator<String> oldest = next.keySet().iterator();
    for (int surplus = next.size() - MOST; surplus > 0; surplus--) {
      oldest.next();
      oldest.remove();
    }
    if (!next.equals(known)) {
      state.put(name, JsonMapper.shared().writeValueAsString(next));
    }
    return next;
  }

  private Map<String, List<String>> read(String name) {
    try {
      return state
          .get(name)
          .<Map<String, List<String>>>map(text -> JsonMapper.shared().readValue(text, TEMPLATES))
          .orElseGet(Map::of);
    } catch (JacksonException e) {
      return Map.of();
    }
  }
}
