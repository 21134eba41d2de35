package io.tocsin.notifier.subscription;

import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.Values;
import io.tocsin.notifier.config.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The subscriptions that annotations hold: {@code …/subscribe.<trigger>.<service>}, {@code
 * …/subscribe.<service>}, {@code …/subscriptions} and the legacy {@code
 * [<trigger>.]recipients.argocd-notifications.argoproj.io}.
 */
final class Annotations {
  private static final String SUBSCRIBE = "/subscribe.";
  private static final String SUBSCRIPTIONS = "/subscriptions";
  private static final String LEGACY = "recipients.argocd-notifications.argoproj.io";

  private Annotations() {}

  /**
   * One recipient that an annotation names.
   *
   * @param trigger absent for the default triggers
   * @param recipient {@code service:recipient}, or {@code service}
   */
  record Entry(String annotation, Optional<String> trigger, String recipient) {}

  /** The entries, and a sentence for each annotation that cannot be read. */
  record Read(List<Entry> entries, List<String> problems) {}

  /**
   * Reads.
   *
   * @param prefix before the slash
   */
  static Read read(Map<String, String> annotations, String prefix) {
    List<Entry> entries = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    new TreeMap<>(annotations)
        .forEach(
            (name, value) -> {
              try {
                entries.addAll(entries(prefix, name, value));
              } catch (ConfigurationException e) {
                problems.add("annotation " + name + " " + e.getMessage());
              }
            });
    return new Read(entries, problems);
  }

  private static List<Entry> entries(String prefix, String name, String value) {
    if (name.startsWith(prefix + SUBSCRIBE)) {
      return subscribe(name, name.substring(prefix.length() + SUBSCRIBE.length()), value);
    }
    if (name.startsWith(prefix + SUBSCRIPTIONS)) {
      return subscriptions(name, value);
    }
    return name.endsWith(LEGACY) ? legacy(name, value) : List.of();
  }

  private static List<Entry> subscribe(String name, String path, String value) {
    int dot = path.lastIndexOf('.');
    String service = path.substring(dot + 1);
    Optional<String> trigger = dot < 0 ? Optional.empty() : Optional.of(path.substring(0, dot));
    if (value.isEmpty()) {
      return List.of(new Entry(name, trigger, service));
    }
    return split(value, ";").stream()
        .map(recipient -> new Entry(name, trigger, service + ":" + recipient))
        .toList();
  }

  private static List<Entry> subscriptions(String name, String value) {
    List<Entry> entries = new ArrayList<>();
    for (Map<String, Object> item :
        Values.list("", Yaml.parse(value), item -> Values.mapping("", item))) {
      List<Optional<String>> triggers =
          Values.strings("trigger", item.get("trigger")).stream().map(Optional::of).toList();
      for (String recipient : recipients(item)) {
        (triggers.isEmpty() ? List.of(Optional.<String>empty()) : triggers)
            .forEach(trigger -> entries.add(new Entry(name, trigger, recipient)));
      }
    }
    return entries;
  }

  private static List<String> recipients(Map<String, Object> subscription) {
    Object destinations = subscription.get("destinations");
    if (destinations == null) {
      throw new ConfigurationException("has a subscription without destinations");
    }
    List<String> recipients = new ArrayList<>();
    for (Map<String, Object> destination :
        Values.list("destinations", destinations, d -> Values.mapping("destinations", d))) {
      String service = Values.string("service", destination.get("service"));
      List<String> names = Values.strings("recipients", destination.get("recipients"));
      if (names.isEmpty()) {
        recipients.add(service);
      }
      names.forEach(name -> recipients.add(name.isEmpty() ? service : service + ":" + name));
    }
    return recipients;
  }

  private static List<Entry> legacy(String name, String value) {
    String prefix = name.substring(0, name.length() - LEGACY.length()).replaceAll("\\.+$", "");
    Optional<String> trigger = prefix.isEmpty() ? Optional.empty() : Optional.of(prefix);
    return split(value, ",").stream().map(to -> new Entry(name, trigger, to)).toList();
  }

  private static List<String> split(String value, String separator) {
    return List.of(value.split(separator)).stream()
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
