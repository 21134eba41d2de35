package io.tocsin.controller.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.controller.application.Source;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.tree.MemoryTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kustomizations as wholes: layers, components, an application's options, the program. */
class KustomizationsTest {
  @Test
  void componentsChangeAllThatIsThere() {
    Kustomized.files(
            """
            == kustomization.yaml
            resources: [a.yaml]
            components: [extra]
            namePrefix: top-
            == a.yaml
            {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}
            == extra/kustomization.yaml
            apiVersion: kustomize.config.k8s.io/v1alpha1
            kind: Component
            resources: [b.yaml]
            commonAnnotations: {x: z}
            patches: [{target: {name: a}, patch: '[{op: add, path: /data, value: {k: v}}]'}]
            == extra/b.yaml
            {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}
            """)
        .becomes(
            "",
            """
            {apiVersion: v1, kind: ConfigMap, metadata: {name: top-a, annotations: {x: z}}, data: {k: v}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: top-b, annotations: {x: z}}}
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "replacements: [{}] | \"replacements\" is not supported without the kustomize binary",
        "vars: [{}] | \"vars\" is not supported without the kustomize binary",
        "helmCharts: [{}] | \"helmCharts\" is not supported without the kustomize binary",
        "transformers: [x] | \"transformers\" is not supported without the kustomize binary",
        "nameprefix: x | unknown field \"nameprefix\"",
        "resources: [https://h/a.yaml] | \"https://h/a.yaml\" is in another repository, which is"
            + " not supported without the kustomize binary",
        "resources: [github.com/a/b//c?ref=d] | \"github.com/a/b//c?ref=d\" is in another"
            + " repository, which is not supported without the kustomize binary",
        "resources: [none.yaml] | there is no file and no folder \"none.yaml\"",
        "resources: [.] | it takes part in itself",
        "resources: x | \"resources\" must be a list",
        "kind: Kustomization | it is empty"
      })
  void whatIsNotFollowedIsRefusedByName(String yaml, String problem) {
    Kustomized.files("== k/kustomization.yaml\n" + yaml + "\n")
        .fails("k", "k/kustomization.yaml: " + problem);
  }

  @Test
  void aPasswordInAResourceIsNotShown() {
    assertThatThrownBy(
            () ->
                Kustomized.files("== kustomization.yaml\nresources: ['https://u:s3cret@h/r.git']\n")
                    .build(""))
        .hasMessageContaining("https://h/r.git")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void basesMayBeAnywhereInTheRepositoryAndNotOutside() {
    assertThat(
            Kustomized.files(
                    """
                    == a/b/kustomization.yml
                    bases: [../../base]
                    == base/Kustomization
                    resources: [c.yaml]
                    == base/c.yaml
                    apiVersion: v1
                    kind: ConfigMapList
                    items: [{apiVersion: v1, kind: ConfigMap, metadata: {name: c}}]
                    """)
                .build("a/b"))
        .extracting(KubeObject::name)
        .containsExactly("c");
    Kustomized.files("== a/kustomization.yaml\nresources: [../../x]\n")
        .fails("a", "path \"../../x\" leaves the repository");
  }

  private static final String OPTIONS_BASE =
      """
      == kustomization.yaml
      resources: [d.yaml]
      namePrefix: old-
      commonAnnotations: {a: old}
      images: [{name: nginx, newTag: "1"}, {name: other, newTag: "2"}]
      == d.yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: d}
      spec: {template: {spec: {containers: [{name: c, image: nginx}, {name: o, image: other}]}}}
      == part/kustomization.yaml
      {kind: Component, apiVersion: kustomize.config.k8s.io/v1alpha1, nameSuffix: -part}
      """;

  @Test
  void anApplicationsOptionsAreEdits() {
    Kustomized.files(OPTIONS_BASE)
        .options(
            """
            namePrefix: new-
            nameSuffix: -x
            namespace: team
            images: ["nginx=mirror/nginx:3", "other@sha256:dd"]
            commonLabels: {app: $ARGOCD_APP_NAME}
            labelWithoutSelector: true
            commonAnnotations: {a: new}
            forceCommonAnnotations: true
            replicas: [{name: d, count: 5}]
            components: [part, missing]
            ignoreMissingComponents: true
            patches:
            - target: {kind: Deployment}
              patch: '[{op: add, path: /spec/paused, value: true}]'
            """)
        .becomes(
            "",
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: new-d-part-x, namespace: team, labels: {app: guestbook}, annotations: {a: new}}
            spec:
              paused: true
              replicas: 5
              template:
                metadata: {annotations: {a: new}}
                spec: {containers: [{name: c, image: "mirror/nginx:3"}, {name: o, image: other@sha256:dd}]}
            """);
  }

  @Test
  void whatIsThereAlreadyIsNotChangedUnlessForced() {
    Kustomized.files(OPTIONS_BASE)
        .options("commonAnnotations: {a: new}")
        .fails(
            "",
            "spec.source.kustomize: commonAnnotations \"a\" is in the kustomization already, and"
                + " forceCommonAnnotations is not set");
  }

  @Test
  void anAsteriskKeepsWhatWasThere() {
    assertThat(
            Kustomized.files(OPTIONS_BASE)
                .options("images: ['nginx=mirror/nginx:*']")
                .build("")
                .toString())
        .contains("mirror/nginx:1");
  }

  @Test
  void theProgramIsGivenTheEditedTree(@TempDir Path folder) throws Exception {
    Path program = folder.resolve("kustomize");
    Files.writeString(
        program,
        """
        #!/bin/sh
        [ "$1" = build ] || exit 3
        cd "$2" && cat kustomization.yaml >&2
        printf 'apiVersion: v1\\nkind: ConfigMap\\nmetadata: {name: made}\\n'
        grep -q '"namePrefix":"new-"' kustomization.yaml && [ -f ../base/x.yaml ] && [ -z "$KUBECONFIG" ]
        """);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    MemoryTree tree =
        MemoryTree.of(Map.of("app/kustomization.yaml", "replacements: []", "base/x.yaml", "x: 1"));
    Optional<KustomizeBinary> found = KustomizeBinary.onPath("/nowhere:" + folder);

    assertThat(found).map(KustomizeBinary::program).contains(program);
    var options =
        Source.of(Map.of("repoURL", "x", "kustomize", Map.of("namePrefix", "new-"))).kustomize();
    assertThat(new Kustomizations(found).build(tree, "app", options, text -> text))
        .extracting(KubeObject::name)
        .containsExactly("made");
    assertThatThrownBy(
            () -> new Kustomizations(found).build(tree, "app", Optional.empty(), text -> text))
        .hasMessage("kustomize cannot build app: {\"replacements\":[]}");
  }

  @Test
  void aProgramThatDoesNotEndIsEnded(@TempDir Path folder) throws Exception {
    Path program = folder.resolve("kustomize");
    Files.writeString(program, "#!/bin/sh\nexec sleep 60\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    var hasty =
        new Kustomizations(
            Optional.of(new KustomizeBinary(program, Duration.ofMillis(200), 1 << 20)));
    MemoryTree tree = MemoryTree.of(Map.of("kustomization.yaml", "resources: []"));
    assertThatThrownBy(() -> hasty.build(tree, "", Optional.empty(), text -> text))
        .hasMessage("kustomize takes longer than 0 s in .");
  }
}
