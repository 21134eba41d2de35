package io.tocsin.notifier.rbac;

import io.tocsin.notifier.translate.Translation;
import io.tocsin.notifier.translate.Translation.SecretValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the controller must be permitted to read Argo Kube Notifier's Notifications. */
final class NotificationRoles {
  private static final String SUFFIX = "kube-notifier";
  private static final List<String> WATCHING = List.of("list", "watch");
  private static final List<String> READING = List.of("get", "list", "watch");

  private NotificationRoles() {}

  /**
   * The roles, by their namespaces.
   *
   * @param controlPlane the namespace of the Notifications
   * @param known what some of them become, whose Secrets are to be read
   */
  static List<Role> of(String controlPlane, List<Translation> known) {
    SortedMap<String, Role> roles = new TreeMap<>();
    Rule notifications =
        Rule.of("argoproj.io", "notifications", WATCHING, List.of("Notifications themselves"));
    roles.put(controlPlane, new Role(controlPlane, SUFFIX, List.of(notifications)));
    secrets(known)
        .forEach(
            (namespace, names) -> {
              Rule rule =
                  Rule.of("", "secrets", READING, List.of("Secrets that Notifications name"));
              roles.put(
                  namespace,
                  roles
                      .getOrDefault(namespace, new Role(namespace, SUFFIX, List.of()))
                      .and(rule.only(names)));
            });
    return new ArrayList<>(roles.values());
  }

  private static SortedMap<String, SortedSet<String>> secrets(List<Translation> translations) {
    SortedMap<String, SortedSet<String>> names = new TreeMap<>();
    for (Translation translation : translations) {
      for (SecretValue value : translation.secrets().values()) {
        if (value instanceof SecretValue.Key(String namespace, String secret, _)) {
          names.computeIfAbsent(namespace, _ -> new TreeSet<>()).add(secret);
        }
      }
    }
    return names;
  }
}
