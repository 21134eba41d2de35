package io.tocsin.notifier.translate.kubenotifier;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.Configurations;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.Manifests;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.translate.Translation;
import java.util.HashMap;
import java.util.Map;

/** Notifications for tests, and what becomes of them. */
final class Notifications {
  private static final String FOLDER = "src/test/resources/kubenotifier/";

  /** A Notification but for its rule. */
  private static final String FRAME =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Notification
      metadata: {name: jobs, namespace: batch}
      spec:
        monitorResource: {Group: batch, Version: v1, Resource: jobs}
        notifiers:
        - name: chat
          slack: {hookUrlSecret: {name: chat, key: url}, channel: jobs}
        rules:
        - name: rule
          events: [{message: told, notificationLevel: info, notifierNames: [chat]}]
      """;

  private Notifications() {}

  /** One of the files. */
  static Translation ofFile(String name) {
    return KubeNotifier.translate(Manifests.read(FOLDER + name).getFirst());
  }

  /** One whose only rule has these fields, too. */
  static Translation withRule(String fields) {
    return of(FRAME + fields.indent(4));
  }

  static Translation of(String manifest) {
    return KubeNotifier.translate(new KubeObject(Yaml.mapping(manifest)));
  }

  /** The only condition. */
  static String when(Translation translation) {
    return translation.data().get("trigger.jobs-rule").lines().findFirst().orElseThrow();
  }

  /** As the controller reads it, once the Secret is filled. */
  static Configuration read(Translation translation) {
    Map<String, String> secrets = new HashMap<>();
    translation.secrets().keySet().forEach(name -> secrets.put(name, "https://example.com"));
    return Configurations.of(translation.data(), secrets);
  }
}
