package io.tocsin.notifier.translate.kubenotifier;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.translate.Translation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Translates the {@code Notification} of {@code argoproj.io/v1alpha1}, Argo Kube Notifier's rules
 * over any kind of object. What is wrong is noted and left out; the rest goes on.
 */
public final class KubeNotifier {
  private static final String GROUP = "group";
  private static final String VERSION = "version";
  private static final String RESOURCE = "resource";
  private static final String KUBE_CONFIG = "kubeConfigPath";
  private static final String NAMESPACE = "namespace";
  private static final String MONITOR = "monitorResource";
  private static final List<String> SPEC =
      List.of(KUBE_CONFIG, NAMESPACE, MONITOR, "rules", "notifiers");

  private final Draft draft = new Draft();

  private KubeNotifier() {}

  /** Whether the object is one of these. */
  public static boolean isNotification(KubeObject object) {
    return object.kind().equals("Notification") && object.group().equals("argoproj.io");
  }

  /** Translates one. */
  public static Translation translate(KubeObject notification) {
    KubeNotifier translator = new KubeNotifier();
    translator.add("spec", notification);
    return translator.draft.translation();
  }

  /** Translates several into one; paths of notes begin with their names. */
  public static Translation translate(List<KubeObject> notifications) {
    KubeNotifier translator = new KubeNotifier();
    for (KubeObject notification : notifications) {
      String prefix = notifications.size() > 1 ? notification.key() + " " : "";
      translator.add(prefix + "spec", notification);
    }
    return translator.draft.translation();
  }

  private void add(String path, KubeObject notification) {
    Fields.of(path, notification.at("spec"), SPEC, draft)
        .ifPresent(spec -> add(spec, notification));
  }

  private void add(Fields spec, KubeObject notification) {
    if (spec.has(KUBE_CONFIG)) {
      spec.note(KUBE_CONFIG, "is not read, as there: no other cluster is watched");
    }
    Optional<Map<String, Object>> watched = watched(spec);
    String name =
        draft.name(
            "notification", notification.name().isEmpty() ? "notification" : notification.name());
    String namespace = notification.namespace().isEmpty() ? "default" : notification.namespace();
    Events events = new Events(new Notifiers(draft, name, namespace).read(spec));
    watched.ifPresent(
        resource -> new Rules(draft, name, draft.watch(resource, name), events).read(spec));
  }

  private static Optional<Map<String, Object>> watched(Fields spec) {
    Optional<Fields> monitor = spec.part(MONITOR, List.of(GROUP, VERSION, RESOURCE));
    if (monitor.isEmpty() && !spec.has(MONITOR)) {
      spec.wrong(MONITOR, "is missing: it says what is watched");
    }
    return monitor.flatMap(
        fields -> {
          Map<String, Object> resource = new LinkedHashMap<>();
          boolean right = take(fields, GROUP, "[a-z0-9.-]*", resource);
          right = take(fields, VERSION, "(v\\d+((alpha|beta)\\d+)?)?", resource) && right;
          right = take(fields, RESOURCE, "[A-Za-z][A-Za-z0-9-]*", resource) && right;
          if (!spec.text(NAMESPACE).isEmpty()) {
            resource.put("namespaces", List.of(spec.text(NAMESPACE)));
          }
          return right ? Optional.of(resource) : Optional.empty();
        });
  }

  private static boolean take(Fields from, String field, String pattern, Map<String, Object> into) {
    String text = from.text(field);
    if (!text.matches(pattern)) {
      from.wrong(field, "'%s' is no %s of an API".formatted(text, field));
      return false;
    }
    if (!text.isEmpty()) {
      into.put(field, text);
    }
    return true;
  }
}
