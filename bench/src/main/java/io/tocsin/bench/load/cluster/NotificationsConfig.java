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
  private static final String FIRES =
      "app.status.operationState.phase in ['Succeeded'] and app.status.health.status == 'Healthy'";
  private static final List<String> NEVER =
      List.of(
          "app.status.operationState.phase in ['Error', 'Failed']",
          "app.status.health.status == 'Degraded'",
          "app.status.sync.status == 'Unknown'",
          "app.status.operationState.phase in ['Running']",
          "any(app.status.resources, {.status == 'OutOfSync'})");

  private NotificationsConfig() {}

  static Map<String, String> data(Audience audience, List<Receiver> receivers) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("context", yaml(Map.of("argocdUrl", "https://argocd.example.com")));
    for (Receiver receiver : receivers) {
      data.put("service.webhook." + receiver.name(), service(receiver));
    }
    for (String trigger : audience.firing()) {
      data.put("template." + trigger, template(trigger, audience));
      data.put("trigger." + trigger, trigger(FIRES, trigger));
    }
    List<String> quiet = audience.quiet();
    for (int i = 0; i < quiet.size(); i++) {
      data.put("template." + quiet.get(i), template(quiet.get(i), audience));
      data.put("trigger." + quiet.get(i), trigger(NEVER.get(i % NEVER.size()), quiet.get(i)));
    }
    if (audience.isGlobal()) {
      data.put("subscriptions", subscriptions(audience));
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

  private static String trigger(String when, String template) {
    Map<String, Object> condition = new LinkedHashMap<>();
    condition.put("when", when);
    condition.put("oncePer", "app.status.operationState.syncResult.revision");
    condition.put("send", List.of(template));
    return yaml(List.of(condition));
  }

  private static String template(String trigger, Audience audience) {
    String body =
        """
        {"application": "{{.app.metadata.name}}", "trigger": "%s",
        "revision": "{{.app.status.operationState.syncResult.revision}}",
        "text": "{{.app.metadata.name}} was synchronised at \
        {{.app.status.operationState.finishedAt}}: {{len .app.status.resources}} resources\
        {{range .app.status.conditions}}, {{.type}}: {{.message}}{{end}}",
        "link": "{{.context.argocdUrl}}/applications/{{.app.metadata.name}}"}
        """
            .formatted(trigger);
    Map<String, Object> webhooks = new LinkedHashMap<>();
    for (String receiver : audience.receivers()) {
      webhooks.put(receiver, Map.of("method", "POST", "body", body));
    }
    return yaml(Map.of("webhook", webhooks));
  }

  private static String subscriptions(Audience audience) {
    List<String> triggers = new ArrayList<>(audience.firing());
    triggers.addAll(audience.quiet());
    List<Object> subscriptions = new ArrayList<>();
    for (int group = 0; group < audience.receivers().size(); group++) {
      Map<String, Object> subscription = new LinkedHashMap<>();
      subscription.put("recipients", audience.ofGroup(group));
      subscription.put("triggers", triggers);
      subscription.put("selector", Audience.GROUP + "=" + group);
      subscriptions.add(subscription);
    }
    return yaml(subscriptions);
  }

  private static String yaml(Object value) {
    return YAML.writeValueAsString(value);
  }
}
