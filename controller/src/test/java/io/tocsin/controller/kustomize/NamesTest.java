package io.tocsin.controller.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.tree.Documents;
import org.junit.jupiter.api.Test;

/** Prefixes, suffixes, namespaces, and references that follow. */
class NamesTest {
  private static final String BASE =
      """
      == base/kustomization.yaml
      resources: [all.yaml]
      == base/all.yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        template:
          spec:
            serviceAccountName: robot
            volumes: [{name: c, configMap: {name: settings}}]
            containers:
            - name: web
              image: nginx
              envFrom: [{secretRef: {name: keys}}, {secretRef: {name: elsewhere}}]
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: keys}
      ---
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: robot}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: reader}
      rules: [{apiGroups: [""], resources: [configmaps], resourceNames: [settings, other], verbs: [get]}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: readers}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader}
      subjects: [{kind: ServiceAccount, name: robot}, {kind: User, name: robot}, {kind: ServiceAccount, name: default}]
      ---
      apiVersion: v1
      kind: Namespace
      metadata: {name: space}
      """;

  @Test
  void referencesFollowPrefixAndSuffixOfAllLayers() {
    Kustomized.files(
            BASE
                + """
                == mid/kustomization.yaml
                resources: [../base]
                namePrefix: eu-
                == top/kustomization.yaml
                resources: [../mid]
                namePrefix: prod-
                nameSuffix: -v2
                """)
        .becomes(
            "top",
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: prod-eu-web-v2}
            spec:
              template:
                spec:
                  serviceAccountName: prod-eu-robot-v2
                  volumes: [{name: c, configMap: {name: prod-eu-settings-v2}}]
                  containers:
                  - name: web
                    image: nginx
                    envFrom: [{secretRef: {name: prod-eu-keys-v2}}, {secretRef: {name: elsewhere}}]
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: prod-eu-settings-v2}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: prod-eu-keys-v2}
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: prod-eu-robot-v2}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: prod-eu-reader-v2}
            rules: [{apiGroups: [""], resources: [configmaps], resourceNames: [prod-eu-settings-v2, other], verbs: [get]}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: prod-eu-readers-v2}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: prod-eu-reader-v2}
            subjects: [{kind: ServiceAccount, name: prod-eu-robot-v2}, {kind: User, name: robot}, {kind: ServiceAccount, name: default}]
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: space}
            """);
  }

  @Test
  void aNamespaceGoesToWhatStandsInOneAndToSubjects() {
    var built =
        Kustomized.files(
                BASE + "== top/kustomization.yaml\nresources: [../base]\nnamespace: team\n")
            .build("top");

    assertThat(built)
        .extracting(object -> object.kind() + " " + object.key())
        .containsExactly(
            "Deployment team/web",
            "ConfigMap team/settings",
            "Secret team/keys",
            "ServiceAccount team/robot",
            "ClusterRole reader",
            "ClusterRoleBinding readers",
            "Namespace team");
    assertThat(built.get(5).list("subjects"))
        .isEqualTo(
            Documents.json(
                "expected",
                """
                [{"kind": "ServiceAccount", "name": "robot", "namespace": "team"},
                 {"kind": "User", "name": "robot"},
                 {"kind": "ServiceAccount", "name": "default", "namespace": "team"}]
                """));
  }

  @Test
  void twoOfOneNameInTwoNamespacesAreToldApart() {
    var built =
        Kustomized.files(
                """
                == one/kustomization.yaml
                namespace: one
                resources: [pod.yaml]
                configMapGenerator: [{name: cfg, literals: [a=1]}]
                == one/pod.yaml
                {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {volumes: [{name: v, configMap: {name: cfg}}]}}
                == two/kustomization.yaml
                namespace: two
                resources: [pod.yaml]
                configMapGenerator: [{name: cfg, literals: [a=2]}]
                == two/pod.yaml
                {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {volumes: [{name: v, configMap: {name: cfg}}]}}
                == kustomization.yaml
                resources: [one, two]
                """)
            .build("");

    for (int i : new int[] {0, 2}) {
      KubeObject pod = built.get(i);
      KubeObject config = built.get(i + 1);
      assertThat(config.namespace()).isEqualTo(pod.namespace());
      assertThat(pod.list("spec", "volumes").toString()).contains("name=" + config.name());
    }
    assertThat(built.get(1).name()).isNotEqualTo(built.get(3).name());
  }

  @Test
  void objectsOfOneNameAreRefused() {
    Kustomized.files(
            """
            == kustomization.yaml
            resources: [a.yaml, b.yaml]
            == a.yaml
            {apiVersion: v1, kind: ConfigMap, metadata: {name: c}}
            == b.yaml
            {apiVersion: v1, kind: ConfigMap, metadata: {name: c}}
            """)
        .fails("", "b.yaml: there is a ConfigMap c already");
  }
}
