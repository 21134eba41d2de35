package io.tocsin.notifier.pipeline;

import io.tocsin.triggers.Condition;
import io.tocsin.triggers.Trigger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Under which keys the state may still know the conditions of a configuration after somebody edited
 * or reordered them: a condition is the one that had the same {@code when}, else the one that stood
 * at its place and sent the same templates.
 *
 * @param byTrigger former keys by trigger and key, those with the same {@code when} first
 */
public record FormerConditions(Map<String, Map<String, List<String>>> byTrigger) {
  public static final FormerConditions NONE = new FormerConditions(Map.of());

  /** As far as a condition can have moved without this process having seen it. */
  private static final int PLACES = 16;

  /**
   * Of triggers as they are now.
   *
   * @param known the templates of each condition that a trigger ever had, by trigger and key
   */
  public static FormerConditions of(
      Collection<Trigger> triggers, Map<String, Map<String, List<String>>> known) {
    Map<String, Map<String, List<String>>> former = new HashMap<>();
    for (Trigger trigger : triggers) {
      former.put(
          trigger.name(), of(trigger.conditions(), known.getOrDefault(trigger.name(), Map.of())));
    }
    return new FormerConditions(former);
  }

  /** The keys that a condition may have had, besides its own. */
  public List<String> of(String trigger, Condition condition) {
    return byTrigger.getOrDefault(trigger, Map.of()).getOrDefault(condition.key(), List.of());
  }

  private static Map<String, List<String>> of(
      List<Condition> conditions, Map<String, List<String>> known) {
    Set<String> taken = conditions.stream().map(Condition::key).collect(Collectors.toSet());
    Set<String> present = conditions.stream().map(c -> hash(c.key())).collect(Collectors.toSet());
    Map<String, List<String>> former = new HashMap<>();
    for (Condition condition : conditions) {
      List<String> keys = new ArrayList<>();
      String hash = hash(condition.key());
      for (int place = 0; place < PLACES; place++) {
        keys.add("[" + place + "]" + hash);
      }
      String place = condition.key().substring(0, condition.key().length() - hash.length());
      known.forEach(
          (key, templates) -> {
            if (key.startsWith(place + ".")
                && !present.contains(hash(key))
                && templates.equals(condition.send())) {
              keys.add(key);
            }
          });
      keys.removeAll(taken);
      former.put(condition.key(), List.copyOf(keys));
    }
    return former;
  }

  /** What stands for {@code when}, with the dot before it. */
  private static String hash(String key) {
    return key.substring(key.indexOf('.'));
  }
}
