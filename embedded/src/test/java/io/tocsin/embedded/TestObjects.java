package io.tocsin.embedded;

import io.tocsin.embedded.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Objects written as YAML. */
final class TestObjects {
  private TestObjects() {}

  static Map<String, Object> yaml(String text) {
    return Json.yamlObject(text.getBytes(StandardCharsets.UTF_8));
  }

  static Map<String, Object> configMap(String namespace, String name, String value) {
    return yaml(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: %s, namespace: %s}
        data: {key: "%s"}
        """
            .formatted(name, namespace, value));
  }

  static Map<String, Object> definition() {
    return yaml(
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: applications.argoproj.io}
        spec:
          group: argoproj.io
          scope: Namespaced
          names: {plural: applications, kind: Application, shortNames: [app]}
          versions:
          - name: v1alpha1
            served: true
            storage: true
            additionalPrinterColumns:
            - {name: Sync Status, type: string, jsonPath: .status.sync.status}
            schema:
              openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}
        """);
  }

  static Map<String, Object> application(String name) {
    return yaml(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: %s, namespace: argocd}
        spec: {project: default}
        status: {sync: {status: Synced}}
        """
            .formatted(name));
  }
}
