package io.tocsin.notifier.deploy;

import io.tocsin.controller.runtime.KubeObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The least thing that a role permits.
 *
 * @param role its kind and name
 * @param name of the one object that is meant; empty for any
 */
record Permission(String role, String group, String resource, String name, String verb) {
  private static final String ANY = "*";

  /** All that the roles among some objects permit. */
  static List<Permission> in(List<KubeObject> objects) {
    return objects.stream().filter(Permission::isRole).flatMap(Permission::of).toList();
  }

  /** The objects, their roles without this permission. */
  List<KubeObject> takenFrom(List<KubeObject> objects) {
    return objects.stream()
        .map(each -> isRole(each) && role(each).equals(role) ? without(each) : each)
        .toList();
  }

  /** Whether a request is one that it permits, or one of the two that a role may take part in. */
  boolean permits(Audit.Request request) {
    return (verb.equals(request.verb()) || isOfRoles(request))
        && (group.equals(ANY) || group.equals(request.group()))
        && (resource.equals(ANY) || resource.equals(request.resource()) || verb.equals("bind"))
        && (name.isEmpty() || name.equals(request.name()));
  }

  /** To create a Role or a binding of one takes these rights, but asks for no such verb. */
  private boolean isOfRoles(Audit.Request request) {
    return request.verb().equals("create")
        && switch (verb) {
          case "escalate" -> resource.equals(request.resource());
          case "bind" -> request.resource().equals(resource.replaceFirst("s$", "bindings"));
          default -> false;
        };
  }

  private static boolean isRole(KubeObject object) {
    return object.kind().equals("Role") || object.kind().equals("ClusterRole");
  }

  private static String role(KubeObject object) {
    return object.kind() + " " + object.name();
  }

  private static Stream<Permission> of(KubeObject role) {
    List<Permission> all = new ArrayList<>();
    for (Object each : role.list("rules")) {
      KubeObject rule = new KubeObject(rule(each));
      List<?> names = rule.list("resourceNames");
      for (Object group : rule.list("apiGroups")) {
        for (Object resource : rule.list("resources")) {
          for (Object verb : rule.list("verbs")) {
            for (Object name : names.isEmpty() ? List.of("") : names) {
              all.add(
                  new Permission(
                      role(role), (String) group, (String) resource, (String) name, (String) verb));
            }
          }
        }
      }
    }
    return all.stream();
  }

  private static Map<String, Object> rule(Object content) {
    Map<String, Object> rule = new LinkedHashMap<>();
    ((Map<?, ?>) content).forEach((key, value) -> rule.put((String) key, value));
    return rule;
  }

  private KubeObject without(KubeObject role) {
    Map<String, Object> content = new LinkedHashMap<>(role.content());
    content.put(
        "rules", of(role).filter(each -> !each.equals(this)).map(Permission::asRule).toList());
    return new KubeObject(content);
  }

  private Map<String, Object> asRule() {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("apiGroups", List.of(group));
    rule.put("resources", List.of(resource));
    if (!name.isEmpty()) {
      rule.put("resourceNames", List.of(name));
    }
    rule.put("verbs", List.of(verb));
    return rule;
  }

  @Override
  public String toString() {
    return "%s: %s %s%s".formatted(role, verb, resource, name.isEmpty() ? "" : " " + name);
  }
}
