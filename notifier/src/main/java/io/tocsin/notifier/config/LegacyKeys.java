package io.tocsin.notifier.config;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The forms that Argo CD Notifications had before version 1.1, {@code config.yaml} in the ConfigMap
 * and {@code notifiers.yaml} in the Secret, as the keys of today. What both forms name, the legacy
 * one decides, as it does there.
 */
final class LegacyKeys {
  static final String CONFIG = "config.yaml";
  static final String NOTIFIERS = "notifiers.yaml";

  private static final List<String> SERVICES = List.of("email", "slack", "grafana", "opsgenie");

  private final Map<String, Object> data = new TreeMap<>();

  private LegacyKeys() {}

  /**
   * The keys of today that the legacy forms stand for, each with its definition.
   *
   * @throws ConfigurationException when a legacy form is not what it should be
   */
  static Map<String, Object> of(ConfigurationSource source) {
    LegacyKeys keys = new LegacyKeys();
    byte[] notifiers = source.secrets().get(NOTIFIERS);
    if (notifiers != null && notifiers.length > 0) {
      keys.notifiers(Yaml.mapping(new String(notifiers, StandardCharsets.UTF_8)));
    }
    String config = source.data().getOrDefault(CONFIG, "");
    if (!config.isBlank()) {
      keys.config(Yaml.mapping(config), source);
    }
    return keys.data;
  }

  private void notifiers(Map<String, Object> notifiers) {
    for (String service : SERVICES) {
      if (notifiers.get(service) != null) {
        data.put("service." + service, notifiers.get(service));
      }
    }
    for (Map<String, Object> webhook : mappings("webhook", notifiers.get("webhook"))) {
      Map<String, Object> options = new LinkedHashMap<>(webhook);
      Object name = options.remove("name");
      data.put("service.webhook." + Values.string("webhook[].name", name), options);
    }
  }

  private void config(Map<String, Object> config, ConfigurationSource source) {
    if (config.get("context") != null) {
      Map<String, Object> context = new LinkedHashMap<>();
      String current = source.data().getOrDefault("context", "");
      if (!current.isBlank()) {
        context.putAll(Yaml.mapping(current));
      }
      context.putAll(Values.mapping("context", config.get("context")));
      data.put("context", context);
    }
    if (config.get("subscriptions") != null) {
      data.put("subscriptions", config.get("subscriptions"));
    }
    mappings("templates", config.get("templates")).forEach(this::template);
    List<Object> enabled = new ArrayList<>();
    for (Map<String, Object> trigger : mappings("triggers", config.get("triggers"))) {
      trigger(trigger, source);
      if (Boolean.TRUE.equals(trigger.get("enabled"))) {
        enabled.add(trigger.get("name"));
      }
    }
    if (!enabled.isEmpty()) {
      String current = source.data().getOrDefault("defaultTriggers", "");
      List<Object> names = new ArrayList<>(Values.strings("", Yaml.parse(current)));
      names.addAll(enabled);
      data.put("defaultTriggers", names);
    }
  }

  private void template(Map<String, Object> template) {
    Map<String, Object> definition = new LinkedHashMap<>(template);
    String name = Values.string("templates[].name", definition.remove("name"));
    Object title = definition.remove("subject");
    Object body = definition.remove("body");
    if (title != null) {
      Map<String, Object> email = new LinkedHashMap<>();
      if (definition.get("email") != null) {
        email.putAll(Values.mapping("templates[].email", definition.get("email")));
      }
      email.put("subject", title);
      definition.put("email", email);
    }
    if (body != null) {
      definition.put("message", body);
    }
    data.put("template." + name, definition);
  }

  private void trigger(Map<String, Object> trigger, ConfigurationSource source) {
    String name = Values.string("triggers[].name", trigger.get("name"));
    List<Object> conditions = new ArrayList<>();
    String current = source.data().getOrDefault("trigger." + name, "");
    if (Yaml.parse(current) instanceof List<?> list) {
      conditions.addAll(list);
    }
    Map<String, Object> first = new LinkedHashMap<>();
    if (!conditions.isEmpty()) {
      first.putAll(Values.mapping("triggers[]", conditions.removeFirst()));
    }
    put(first, "when", trigger.get("condition"));
    put(first, "description", trigger.get("description"));
    if (trigger.get("template") != null) {
      first.put("send", List.of(trigger.get("template")));
    }
    conditions.addFirst(first);
    data.put("trigger." + name, conditions);
  }

  private static void put(Map<String, Object> into, String key, Object value) {
    if (value != null && !"".equals(value)) {
      into.put(key, value);
    }
  }

  private static List<Map<String, Object>> mappings(String path, Object value) {
    return value == null ? List.of() : Values.list(path, value, item -> Values.mapping(path, item));
  }
}
