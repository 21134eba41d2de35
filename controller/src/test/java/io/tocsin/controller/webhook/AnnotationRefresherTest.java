package io.tocsin.controller.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.embedded.EmbeddedKubernetes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnnotationRefresherTest {
  @Test
  void theAnnotationIsSetAndNothingElseTouched() {
    try (EmbeddedKubernetes api = EmbeddedKubernetes.start();
        KubernetesClient client =
            new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(api.kubeconfig()))
                .build()) {
      define(api);
      api.store()
          .put(
              Map.of(
                  "apiVersion",
                  "argoproj.io/v1alpha1",
                  "kind",
                  "Application",
                  "metadata",
                  Map.of("name", "shop", "namespace", "argocd", "annotations", Map.of("a", "b"))));

      new AnnotationRefresher(client).refresh(new ObjectKey("argocd", "shop"));
      new AnnotationRefresher(client).refresh(new ObjectKey("argocd", "gone"));

      assertThat(
              new KubeObject(
                      api.store()
                          .get("argoproj.io/v1alpha1", "Application", "argocd", "shop")
                          .orElseThrow())
                  .annotations())
          .containsOnly(Map.entry("a", "b"), Map.entry("argocd.argoproj.io/refresh", "normal"));
    }
  }

  private static void define(EmbeddedKubernetes api) {
    api.store()
        .put(
            Map.of(
                "apiVersion",
                "apiextensions.k8s.io/v1",
                "kind",
                "CustomResourceDefinition",
                "metadata",
                Map.of("name", "applications.argoproj.io"),
                "spec",
                Map.of(
                    "group",
                    "argoproj.io",
                    "scope",
                    "Namespaced",
                    "names",
                    Map.of("plural", "applications", "kind", "Application"),
                    "versions",
                    List.of(
                        Map.of(
                            "name",
                            "v1alpha1",
                            "served",
                            true,
                            "storage",
                            true,
                            "schema",
                            Map.of(
                                "openAPIV3Schema",
                                Map.of(
                                    "type",
                                    "object",
                                    "x-kubernetes-preserve-unknown-fields",
                                    true)))))));
  }
}
