package io.tocsin.notifier.catalog;

import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What becomes of each key of a catalog in a ConfigMap.
 *
 * @param steps templates before the triggers that send them
 */
public record Installation(List<Step> steps) {
  /** What is done with a key. */
  public enum Action {
    ADD("added"),
    EXTEND("extended by further services"),
    REPLACE("replaced"),
    SAME("is there already"),
    KEEP("left as it is, as it differs from the catalog's; --force replaces it");

    private final String words;

    Action(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** A key, what it says afterwards where anything is done, and what is done. */
  public record Step(String key, String text, Action action) {
    boolean changes() {
      return action != Action.SAME && action != Action.KEEP;
    }
  }

  public Installation {
    steps = List.copyOf(steps);
  }

  /**
   * Plans.
   *
   * @param catalog as much of it as is wanted
   * @param live what the ConfigMap has
   * @param force whether what differs is replaced
   */
  public static Installation of(Catalog catalog, Map<String, String> live, boolean force) {
    List<Step> steps = new ArrayList<>();
    for (Entry entry : catalog.entries()) {
      String key = entry.templateKey();
      steps.add(template(entry, catalog.texts().get(key), live.get(key), force));
    }
    for (Entry entry : catalog.entries()) {
      String theirs = live.get(entry.triggerKey());
      boolean same = theirs != null && parsed(theirs).equals(parsed(entry.condition()));
      steps.add(step(entry.triggerKey(), entry.condition(), theirs, same, force));
    }
    return new Installation(steps);
  }

  /** A template that has the catalog's words for fewer services is no one's own yet. */
  private static Step template(Entry entry, String wanted, String theirs, boolean force) {
    if (theirs != null && parsed(theirs) instanceof Map<?, ?> sections && entry.has(sections)) {
      Set<String> known = new TreeSet<>(Sections.of(wanted).byKey().keySet());
      boolean extended = !sections.keySet().containsAll(known);
      sections.keySet().forEach(key -> known.add(key.toString()));
      String text = Sections.of(entry.text()).only(known::contains);
      return new Step(entry.templateKey(), text, extended ? Action.EXTEND : Action.SAME);
    }
    return step(entry.templateKey(), wanted, theirs, false, force);
  }

  private static Step step(String key, String wanted, String theirs, boolean same, boolean force) {
    if (theirs == null) {
      return new Step(key, wanted, Action.ADD);
    }
    Action otherwise = force ? Action.REPLACE : Action.KEEP;
    return new Step(key, wanted, same ? Action.SAME : otherwise);
  }

  private static Object parsed(String text) {
    try {
      return Objects.requireNonNullElse(Yaml.parse(text), "");
    } catch (ConfigurationException _) {
      return "";
    }
  }

  /** The keys to write, with their texts. */
  public Map<String, String> changes() {
    Map<String, String> changes = new LinkedHashMap<>();
    steps.stream().filter(Step::changes).forEach(step -> changes.put(step.key(), step.text()));
    return changes;
  }

  public long count(Action action) {
    return steps.stream().filter(step -> step.action() == action).count();
  }
}
