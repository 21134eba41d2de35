package io.tocsin.bench.load.cluster;

import io.tocsin.bench.load.receiver.Receiver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The data of {@code argocd-notifications-cm}: services, templates, triggers, subscriptions. */
final class NotificationsConfig {
  private static final YAMLMapper YAML = YAMLMapper.builder().build();

  private final Audience audience;
  private final Telling telling;

  NotificationsConfig(Audience audience, Telling telling) {
    this.audience = audience;
    this.telling = telling;
  }

  Map<String, String> data(List<Receiver> receivers) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("context", yaml(Map.of("argocdUrl", "https://argocd.example.com")));
    telling.resources().forEach((name, resource) -> data.put("resource." + name, yaml(resource)));
    for (Receiver receiver : receivers) {
      data.put("service.webhook." + receiver.name(), service(receiver));
    }
    for (String trigger : audience.firing()) {
      data.put("template." + trigger, template(trigger));
      data.put("trigger." + trigger, trigger(telling.fires(), trigger));
    }
    List<String> quiet = audience.quiet();
    List<String> never = telling.never();
    for (int i = 0; i < quiet.size(); i++) {
      data.put("template." + quiet.get(i), template(quiet.get(i)));
      data.put("trigger." + quiet.get(i), trigger(never.get(i % never.size()), quiet.get(i)));
    }
    if (audience.isGlobal()) {
      data.put("subscriptions", subscriptions());
    }
    return data;
  }

  private static String service(Receiver receiver) {
    return yaml(
        Map.of(
            "url",
            receiver.uri().toString(),
            "headers",
            List.of(Map.of("name", "Content-Type", "value", "application/json"))));
  }

  private String trigger(String when, String template) {
    Map<String, Object> condition = new LinkedHashMap<>();
    condition.put("when", when);
    condition.put("oncePer", telling.object() + "." + telling.revision());
    condition.put("send", List.of(template));
    return yaml(List.of(condition));
  }

  private String template(String trigger) {
    String body =
        """
        {"application": "{{.%1$s.metadata.name}}", "trigger": "%2$s",
        "revision": "{{.%1$s.%3$s}}",
        "text": "%4$s",
        "link": "{{.context.argocdUrl}}/applications/{{.%1$s.metadata.name}}"}
        """
            .formatted(telling.object(), trigger, telling.revision(), telling.text());
    Map<String, Object> webhooks = new LinkedHashMap<>();
    for (String receiver : audience.receivers()) {
      webhooks.put(receiver, Map.of("method", "POST", "body", body));
    }
    return yaml(Map.of("webhook", webhooks));
  }

  private String subscriptions() {
    List<String> triggers = new ArrayList<>(audience.firing());
    triggers.addAll(audience.quiet());
    List<Object> subscriptions = new ArrayList<>();
    for (int group = 0; group < audience.receivers().size(); group++) {
      Map<String, Object> subscription = new LinkedHashMap<>();
      subscription.put("recipients", audience.ofGroup(group));
      subscription.put("triggers", triggers);
      subscription.put("selector", Audience.GROUP + "=" + group);
      if (!telling.resources().isEmpty()) {
        subscription.put("resources", List.copyOf(telling.resources().keySet()));
      }
      subscriptions.add(subscription);
    }
    return yaml(subscriptions);
  }

  private static String yaml(Object value) {
    return YAML.writeValueAsString(value);
  }
}
