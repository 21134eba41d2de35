package io.tocsin.notifier.failure;

import java.util.HashMap;
import java.util.Map;

/** Configurations that tell of each revision once. */
final class Settings {
  /** Subscribes to {@link #TRIGGER} at the service {@code hook}. */
  static final String SUBSCRIBE = "notifications.argoproj.io/subscribe.on-revision.hook";

  static final String TRIGGER =
      "- {when: app.status.sync.revision != nil, oncePer: app.status.sync.revision, send: [t]}";

  private Settings() {}

  /** All Applications at one receiver; a message is the name and the revision. */
  static Map<String, String> everything(String url) {
    return with(
        url, Map.of("subscriptions", "- {recipients: ['hook:all'], triggers: [on-revision]}"));
  }

  /** The same, to whom annotations say; with further keys. */
  static Map<String, String> with(String url, Map<String, String> further) {
    Map<String, String> data = new HashMap<>();
    data.put("service.webhook.hook", "url: " + url);
    data.put("trigger.on-revision", TRIGGER);
    data.put("template.t", message("hook", "{{.app.metadata.name}} {{.app.status.sync.revision}}"));
    data.putAll(further);
    return data;
  }

  /** A template that posts a body to a service. */
  static String message(String service, String body) {
    return "webhook: {%s: {method: POST, body: '%s'}}".formatted(service, body);
  }
}
