package io.tocsin.controller.kustomize;

import org.junit.jupiter.api.Test;

/** Labels, annotations, images and replicas. */
class LabelsTest {
  private static final String APP =
      """
      == app.yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: 1
        template:
          spec:
            initContainers: [{name: i, image: registry:5000/team/init:1@sha256:aa}]
            containers: [{name: web, image: nginx:1.0}, {name: x, image: nginx-extra:1.0}]
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, labels: {old: x}}
      spec: {ports: [{port: 80}]}
      ---
      apiVersion: example.com/v1
      kind: Thing
      metadata: {name: thing}
      spec: {pods: {containers: [{name: c, image: nginx}]}}
      """;

  @Test
  void commonLabelsGoToSelectorsAndTemplatesToo() {
    Kustomized.files(
            APP + "== kustomization.yaml\nresources: [app.yaml]\ncommonLabels: {team: a, n: 1}\n")
        .becomes(
            "",
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, labels: {team: a, n: "1"}}
            spec:
              replicas: 1
              template:
                spec:
                  initContainers: [{name: i, image: registry:5000/team/init:1@sha256:aa}]
                  containers: [{name: web, image: nginx:1.0}, {name: x, image: nginx-extra:1.0}]
                metadata: {labels: {team: a, n: "1"}}
              selector: {matchLabels: {team: a, n: "1"}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, labels: {old: x, team: a, n: "1"}}
            spec: {ports: [{port: 80}], selector: {team: a, n: "1"}}
            ---
            apiVersion: example.com/v1
            kind: Thing
            metadata: {name: thing, labels: {team: a, n: "1"}}
            spec: {pods: {containers: [{name: c, image: nginx}]}}
            """);
  }

  @Test
  void labelsGoWhereTheyAreSentAndAnnotationsToTemplates() {
    Kustomized.files(
            """
            == kustomization.yaml
            resources: [job.yaml]
            labels:
            - pairs: {a: x}
            - {pairs: {b: w}, includeTemplates: true}
            - {pairs: {c: z}, fields: [{path: spec/own, kind: CronJob, create: true}]}
            commonAnnotations: {note: hi}
            == job.yaml
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: night}
            spec: {jobTemplate: {spec: {template: {spec: {}}}}}
            """)
        .becomes(
            "",
            """
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: night, labels: {a: x, b: w, c: z}, annotations: {note: hi}}
            spec:
              own: {c: z}
              jobTemplate:
                metadata: {labels: {b: w}, annotations: {note: hi}}
                spec:
                  template:
                    spec: {}
                    metadata: {labels: {b: w}, annotations: {note: hi}}
            """);
  }

  @Test
  void imagesChangeByTheirNamesWhereverContainersAre() {
    Kustomized.files(
            APP
                + """
                == kustomization.yaml
                resources: [app.yaml]
                images:
                - {name: nginx, newName: mirror/nginx, newTag: "1.27"}
                - {name: "registry:5000/team/init", digest: "sha256:bb"}
                replicas: [{name: web, count: 3}]
                """)
        .becomes(
            "",
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 3
              template:
                spec:
                  initContainers: [{name: i, image: registry:5000/team/init@sha256:bb}]
                  containers: [{name: web, image: mirror/nginx:1.27}, {name: x, image: nginx-extra:1.0}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, labels: {old: x}}
            spec: {ports: [{port: 80}]}
            ---
            apiVersion: example.com/v1
            kind: Thing
            metadata: {name: thing}
            spec: {pods: {containers: [{name: c, image: "mirror/nginx:1.27"}]}}
            """);
  }

  @Test
  void replicasOfNobodyAreRefused() {
    Kustomized.files(
            APP
                + "== kustomization.yaml\nresources: [app.yaml]\nreplicas: [{name: thing, count: 3}]\n")
        .fails("", "kustomization.yaml, replicas[0]: there is no workload called \"thing\"");
  }
}
