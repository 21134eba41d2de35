package io.tocsin.controller.sync;

/** Manifests of tests; annotations are pairs as in YAML's flow style. */
public final class Manifests {
  private Manifests() {}

  public static String configMap(String name, String annotations) {
    return """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: %s, annotations: {%s}}
    data: {key: value}
    ---
    """
        .formatted(name, annotations);
  }

  public static String wave(int wave) {
    return "argocd.argoproj.io/sync-wave: '" + wave + "'";
  }

  public static String hook(String types) {
    return "argocd.argoproj.io/hook: '" + types + "'";
  }

  public static String options(String options) {
    return "argocd.argoproj.io/sync-options: '" + options + "'";
  }

  public static String job(String name, String annotations) {
    return """
    apiVersion: batch/v1
    kind: Job
    metadata: {%s, annotations: {%s}}
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{name: main, image: busybox}]
    ---
    """
        .formatted(name.endsWith("-") ? "generateName: " + name : "name: " + name, annotations);
  }

  public static String deployment(String name, String annotations) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: %s, annotations: {%s}}
    spec:
      selector: {matchLabels: {app: ui}}
      template:
        metadata: {labels: {app: ui}}
        spec:
          containers: [{name: main, image: "ui:1", ports: [{containerPort: 80}]}]
    ---
    """
        .formatted(name, annotations);
  }
}
