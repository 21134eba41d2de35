package io.tocsin.controller.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.runtime.KubeObject;
import org.junit.jupiter.api.Test;

/** Patches of all kinds. */
class PatchesTest {
  private static final String APP =
      """
      == app.yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, labels: {tier: front}, finalizers: [a]}
      spec:
        template:
          spec:
            tolerations: [{key: a}]
            containers:
            - name: web
              image: nginx
              args: [one]
              env: [{name: A, value: "1"}, {name: B, value: "2"}]
              ports: [{containerPort: 80}, {containerPort: 53, protocol: UDP}]
            - {name: side, image: side}
      ---
      apiVersion: example.com/v1
      kind: Thing
      metadata: {name: thing}
      spec: {list: [{name: a, x: 1}], deep: {a: 1, b: 2}}
      """;

  @Test
  void aStrategicMergeKnowsTheKeysOfLists() {
    Kustomized.files(
            APP
                + """
                == kustomization.yaml
                resources: [app.yaml]
                patches: [{path: patch.yaml}]
                == patch.yaml
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, labels: {tier: null, new: x}, finalizers: [b]}
                spec:
                  template:
                    spec:
                      tolerations: [{key: b}]
                      containers:
                      - name: extra
                        image: extra
                      - name: web
                        args: [two]
                        env: [{name: B, $patch: delete}, {name: C, value: "3"}]
                        ports: [{containerPort: 80, name: http}, {containerPort: 53, name: tcp}]
                ---
                apiVersion: example.com/v1
                kind: Thing
                metadata: {name: thing}
                spec: {list: [{name: b}], deep: {$patch: replace, c: 3}}
                """)
        .becomes(
            "",
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, labels: {new: x}, finalizers: [b, a]}
            spec:
              template:
                spec:
                  tolerations: [{key: b}]
                  containers:
                  - {name: extra, image: extra}
                  - name: web
                    image: nginx
                    args: [two]
                    env: [{name: C, value: "3"}, {name: A, value: "1"}]
                    ports: [{containerPort: 80, name: http}, {containerPort: 53, name: tcp}, {containerPort: 53, protocol: UDP}]
                  - {name: side, image: side}
            ---
            apiVersion: example.com/v1
            kind: Thing
            metadata: {name: thing}
            spec: {list: [{name: b}], deep: {c: 3}}
            """);
  }

  @Test
  void aPatchMayDeleteAnObject() {
    assertThat(
            Kustomized.files(
                    APP
                        + """
                        == kustomization.yaml
                        resources: [app.yaml]
                        patchesStrategicMerge:
                        - |-
                          $patch: delete
                          apiVersion: example.com/v1
                          kind: Thing
                          metadata: {name: thing}
                        """)
                .build(""))
        .extracting(KubeObject::kind)
        .containsExactly("Deployment");
  }

  @Test
  void aJsonPatchGoesToAllThatItsTargetSelects() {
    Kustomized.files(
            """
            == kustomization.yaml
            resources: [app.yaml]
            patches:
            - target: {kind: Config.*, name: "a|b", labelSelector: "env in (dev, test),!skip"}
              patch: |-
                [{op: add, path: /metadata/annotations, value: {x~y/z: q}},
                 {op: replace, path: /metadata/annotations/x~0y~1z, value: p},
                 {op: add, path: /data/list/-, value: c},
                 {op: add, path: /data/list/0, value: z},
                 {op: remove, path: /data/list/1},
                 {op: test, path: /data/i, value: 1},
                 {op: copy, from: /data/i, path: /data/m},
                 {op: move, from: /data/i, path: /data/o}]
            patchesJson6902:
            - target: {version: v1, kind: ConfigMap, name: c}
              path: json.yaml
            == json.yaml
            - {op: add, path: /data/k, value: v}
            == app.yaml
            {apiVersion: v1, kind: ConfigMap, metadata: {name: a, labels: {env: dev}}, data: {list: [a, b], i: 1}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: b, labels: {env: test, skip: ""}}, data: {list: [a, b], i: 1}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: c, labels: {env: dev}}, data: {}}
            """)
        .becomes(
            "",
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, labels: {env: dev}, annotations: {x~y/z: p}}
            data: {list: [z, b, c], m: 1, o: 1}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: b, labels: {env: test, skip: ""}}, data: {list: [a, b], i: 1}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: c, labels: {env: dev}}, data: {k: v}}
            """);
  }

  @Test
  void aTargetFindsWhatWasCalledSoAndTheNameStays() {
    Kustomized.files(
            """
            == base/kustomization.yaml
            resources: [c.yaml]
            namePrefix: p-
            == base/c.yaml
            {apiVersion: v1, kind: ConfigMap, metadata: {name: c}}
            == kustomization.yaml
            resources: [base]
            patches:
            - target: {name: c}
              patch: |-
                {apiVersion: v1, kind: ConfigMap, metadata: {name: other}, data: {a: b}}
            - patch: |-
                {apiVersion: v1, kind: ConfigMap, metadata: {name: p-c}, data: {d: e}}
            - target: {kind: ConfigMap}
              options: {allowNameChange: true}
              patch: |-
                {metadata: {name: renamed}}
            """)
        .becomes(
            "", "{apiVersion: v1, kind: ConfigMap, metadata: {name: renamed}, data: {a: b, d: e}}");
  }

  @Test
  void whatCannotBePatchedIsNamed() {
    String base = APP + "== kustomization.yaml\nresources: [app.yaml]\npatches:\n";
    Kustomized.files(base + "- patch: '{apiVersion: v1, kind: Pod, metadata: {name: none}}'\n")
        .fails(
            "",
            "kustomization.yaml, patches[0]: the patch is for Pod none, of which there is none");
    Kustomized.files(base + "- patch: '[{op: add, path: /a, value: b}]'\n")
        .fails("", "kustomization.yaml, patches[0]: a JSON patch needs a \"target\"");
    Kustomized.files(
            base + "- {target: {kind: Thing}, patch: '[{op: remove, path: /spec/none}]'}\n")
        .fails("", "kustomization.yaml, patches[0], operation 1: there is no /spec/none");
    Kustomized.files(base + "- {target: {kind: Thing}, patch: '{spec: {$retainKeys: [a]}}'}\n")
        .fails("", "kustomization.yaml, patches[0]: \"$retainKeys\" is not supported");
    Kustomized.files(base + "- {target: {kind: Thing}, path: ../x.yaml}\n")
        .fails("", "path \"../x.yaml\" leaves the repository");
  }
}
