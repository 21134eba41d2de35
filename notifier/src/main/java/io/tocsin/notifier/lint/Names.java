package io.tocsin.notifier.lint;

import io.tocsin.notifier.config.ConfigurationSource;
import io.tocsin.services.Destination;
import io.tocsin.services.options.Nearest;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a configuration defines, whether it can be used or not.
 *
 * @param services the type of each by its name
 */
record Names(
    Map<String, String> services,
    Set<String> templates,
    Set<String> triggers,
    Set<String> resources) {
  private static final String WEBHOOK = "webhook";

  static Names of(ConfigurationSource source) {
    Names names =
        new Names(source.declaredServices(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    source.data().keySet().forEach(names::add);
    return names;
  }

  private void add(String key) {
    int dot = key.indexOf('.');
    String name = key.substring(dot + 1);
    switch (key.substring(0, Math.max(dot, 0))) {
      case "template" -> templates.add(name);
      case "trigger" -> triggers.add(name);
      case "resource" -> resources.add(name);
      default -> {
        // no name stands in other keys
      }
    }
  }

  boolean serves(Destination destination) {
    return services.containsKey(destination.service())
        || (destination.service().equals(WEBHOOK)
            && WEBHOOK.equals(services.get(destination.recipient())));
  }

  /** What follows the sentence that something is not defined. */
  static String meant(String name, Collection<String> known) {
    return Nearest.to(name, known).map(near -> "; did you mean " + near + "?").orElse("");
  }
}
