package io.tocsin.bench.load.cluster;

import java.util.List;
import java.util.Map;

/**
 * How triggers, templates and subscriptions speak of the objects of a run.
 *
 * @param object the variable that is one
 * @param fires the condition that holds when one has turned
 * @param never conditions that never hold
 * @param revision the path below the object where its turn's revision is
 * @param text the template of a text for people
 * @param resources what has their kinds watched, by name; empty for Applications
 */
public record Telling(
    String object,
    String fires,
    List<String> never,
    String revision,
    String text,
    Map<String, Map<String, Object>> resources) {
  public Telling {
    never = List.copyOf(never);
  }
}
