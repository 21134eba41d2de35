package io.tocsin.notifier.failure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Applications as Argo CD writes them. */
final class Applications {
  private static final String TIME = "2026-01-01T00:00:00Z";

  private Applications() {}

  static Map<String, Object> healthy(
      String namespace, String name, String revision, Map<String, String> annotations) {
    return of(namespace, name, annotations, status(revision));
  }

  /** One with a status of many resources, about as large as Applications are: 13 KB. */
  static Map<String, Object> large(
      String namespace, String name, String revision, Map<String, String> annotations) {
    Map<String, Object> status = new HashMap<>(status(revision));
    List<Map<String, Object>> resources =
        IntStream.range(0, 60)
            .<Map<String, Object>>mapToObj(
                i ->
                    Map.of(
                        "group", "apps",
                        "version", "v1",
                        "kind", "Deployment",
                        "namespace", "team-" + name,
                        "name", name + "-component-" + i + "-" + Integer.toHexString(i * 7919),
                        "status", "Synced",
                        "health", Map.of("status", "Healthy", "message", "replicas are ready")))
            .toList();
    status.put("resources", resources);
    return of(namespace, name, annotations, status);
  }

  private static Map<String, Object> status(String revision) {
    return Map.of(
        "sync", Map.of("status", "Synced", "revision", revision),
        "health", Map.of("status", "Healthy"),
        "reconciledAt", TIME);
  }

  private static Map<String, Object> of(
      String namespace, String name, Map<String, String> annotations, Map<String, Object> status) {
    return Map.of(
        "apiVersion",
        "argoproj.io/v1alpha1",
        "kind",
        "Application",
        "metadata",
        Map.of("name", name, "namespace", namespace, "annotations", annotations),
        "spec",
        Map.of(
            "project", "default",
            "source", Map.of("repoURL", "https://git.example.com/apps.git", "path", name),
            "destination",
                Map.of("server", "https://kubernetes.default.svc", "namespace", "default")),
        "status",
        status);
  }
}
