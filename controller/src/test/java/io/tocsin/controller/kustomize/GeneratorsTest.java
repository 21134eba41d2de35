package io.tocsin.controller.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.tree.Documents;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated ConfigMaps and Secrets, and the hashes of their names. */
class GeneratorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{kind: ConfigMap} | 6ct58987ht",
        "{kind: ConfigMap, data: {one: ''}} | 9g67k2htb6",
        "{kind: ConfigMap, binaryData: {one: ''}} | 6mtk2m274t",
        "{kind: ConfigMap, data: {one: ''}, binaryData: {two: ''}} | 698h7c7t9m",
        "{kind: Secret, type: my-type} | 5gmgkf8578",
        "{kind: Secret, type: my-type, data: {one: ''}} | 74bd68bm66"
      })
  void hashesAreKustomizes(String yaml, String hash) {
    Map<String, Object> content = Documents.mapping("f", yaml.replace("''", "\"\""));
    assertThat(Hashes.of(content)).isEqualTo(hash);
  }

  @Test
  void whatIsHashedIsWrittenAsGoWritesIt() {
    assertThat(GoJson.write(Map.of("b", "<a & \"b\">\n\t\u0001\u2028é", "a", Map.of())))
        .isEqualTo("{\"a\":{},\"b\":\"\\u003ca \\u0026 \\\"b\\\"\\u003e\\n\\t\\u0001\\u2028é\"}");
  }

  @Test
  void filesLiteralsAndEnvironments() {
    Kustomized.files(
            """
            == app/kustomization.yaml
            generatorOptions: {disableNameSuffixHash: true, labels: {made: "yes"}}
            configMapGenerator:
            - name: cfg
              files: [a.txt, other=b/c.txt, bin]
              literals: [x=1, 'w="two words"', "z=a=b"]
              envs: [vars.env]
              options: {labels: {own: x}, annotations: {k: m}, immutable: true}
            secretGenerator:
            - {name: key, type: kubernetes.io/x, literals: [p=q], namespace: other}
            == app/a.txt
            A
            == app/b/c.txt
            C
            == app/vars.env
            # comment

            K=v
              L=w=
            """)
        .with("app/bin", new byte[] {(byte) 0xff, 0})
        .becomes(
            "app",
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: cfg, labels: {made: "yes", own: x}, annotations: {k: m}}
            immutable: true
            data: {a.txt: "A\\n", other: "C\\n", x: "1", w: two words, z: a=b, K: v, L: w=}
            binaryData: {bin: /wA=}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: key, namespace: other, labels: {made: "yes"}}
            type: kubernetes.io/x
            data: {p: cQ==}
            """);
  }

  @Test
  void aHashEndsTheNameAndReferencesFollow() {
    var built =
        Kustomized.files(
                """
                == kustomization.yaml
                resources: [pod.yaml]
                namePrefix: p-
                configMapGenerator: [{name: cfg, literals: [a=b]}]
                == pod.yaml
                {apiVersion: v1, kind: Pod, metadata: {name: pod}, spec: {containers: [{name: c, envFrom: [{configMapRef: {name: cfg}}]}]}}
                """)
            .build("");

    KubeObject config = built.get(1);
    String hash =
        Hashes.of(
            Map.of(
                "kind", "ConfigMap",
                "metadata", Map.of("name", "p-cfg"),
                "data", Map.of("a", "b")));
    assertThat(config.name()).isEqualTo("p-cfg-" + hash);
    assertThat(built.getFirst().content().toString()).contains("{name=" + config.name() + "}");
  }

  @Test
  void anOverlayMergesAndReplaces() {
    var built =
        Kustomized.files(
                """
                == base/kustomization.yaml
                namePrefix: b-
                configMapGenerator:
                - {name: one, literals: [a=1, b=2], options: {labels: {l: base}}}
                - {name: two, literals: [a=1, b=2]}
                == kustomization.yaml
                resources: [base]
                configMapGenerator:
                - {name: one, behavior: merge, literals: [b=3, c=4], options: {labels: {m: top}}}
                - {name: two, behavior: replace, literals: [b=3]}
                """)
            .build("");

    assertThat(built.get(0).content().get("data")).isEqualTo(Map.of("a", "1", "b", "3", "c", "4"));
    assertThat(built.get(0).labels()).isEqualTo(Map.of("l", "base", "m", "top"));
    assertThat(built.get(0).name()).startsWith("b-one-");
    assertThat(built.get(1).content().get("data")).isEqualTo(Map.of("b", "3"));
  }

  @Test
  void whatCannotBeGeneratedIsNamed() {
    Kustomized.files("== kustomization.yaml\nconfigMapGenerator: [{name: c, behavior: merge}]\n")
        .fails(
            "",
            "kustomization.yaml, configMapGenerator[0]: behavior merge needs one ConfigMap c, but"
                + " there is none");
    Kustomized.files("== kustomization.yaml\nconfigMapGenerator: [{name: c, literals: [x]}]\n")
        .fails(
            "",
            "kustomization.yaml, configMapGenerator[0]: literal \"x\" is not of the form"
                + " key=value");
    Kustomized.files(
            """
            == a/kustomization.yaml
            configMapGenerator: [{name: c, files: [../secret]}]
            == secret
            s
            """)
        .fails(
            "a",
            "a/kustomization.yaml, configMapGenerator[0]: file \"../secret\" is not in or below a");
    Kustomized.files("== kustomization.yaml\nsecretGenerator: [{name: c, kvSources: []}]\n")
        .fails("", "kustomization.yaml, secretGenerator[0]: unknown field \"kvSources\"");
  }
}
