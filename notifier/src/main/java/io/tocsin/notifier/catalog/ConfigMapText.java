package io.tocsin.notifier.catalog;

import java.util.Map;

/** Writes a ConfigMap as a person would: texts of several lines as they are. */
public final class ConfigMapText {
  private ConfigMapText() {}

  /** A manifest of {@code argocd-notifications-cm}. */
  public static String of(Map<String, String> texts) {
    StringBuilder manifest = new StringBuilder();
    manifest.append("apiVersion: v1\nkind: ConfigMap\nmetadata:\n");
    manifest.append("  name: argocd-notifications-cm\ndata:\n");
    texts.forEach(
        (key, text) ->
            manifest.append("  ").append(key).append(": |\n").append(indented(text, "    ")));
    return manifest.toString();
  }

  /** Each line that says something, further in. */
  static String indented(String text, String by) {
    return text.replaceAll("(?m)^(?=.)", by);
  }
}
