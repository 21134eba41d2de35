package io.tocsin.notifier.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which keys of a configuration a command has to read, so that it compiles nothing else. */
@FunctionalInterface
interface Wanted {
  Set<String> FAMILIES =
      Set.of("service", "template", "trigger", "subscriptions", "defaultTriggers");

  /**
   * Whether a key is needed.
   *
   * @param key one of those in {@link #FAMILIES}
   */
  boolean needs(String key);

  /** What a template says to some recipients, {@code <service>:<name>} each. */
  static Wanted template(String name, List<String> recipients) {
    Set<String> services =
        recipients.stream()
            .flatMap(recipient -> Stream.of(recipient.split(":")))
            .collect(Collectors.toSet());
    Predicate<String> service = key -> services.contains(key.substring(key.lastIndexOf('.') + 1));
    return key ->
        key.equals("template." + name) || (key.startsWith("service.") && service.test(key));
  }

  /** What a trigger finds. */
  static Wanted trigger(String name) {
    return key -> key.equals("trigger." + name);
  }

  /** The data of a ConfigMap less the keys that are not needed. */
  default Map<String, String> of(Map<String, String> data) {
    Map<String, String> kept = new HashMap<>(data);
    kept.keySet().removeIf(key -> FAMILIES.contains(family(key)) && !needs(key));
    return kept;
  }

  private static String family(String key) {
    int dot = key.indexOf('.');
    return dot < 0 ? key : key.substring(0, dot);
  }
}
