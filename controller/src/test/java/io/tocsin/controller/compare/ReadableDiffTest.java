package io.tocsin.controller.compare;

import static io.tocsin.controller.compare.Compared.compare;
import static io.tocsin.controller.compare.Compared.settings;
import static io.tocsin.controller.customization.Manifests.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.runtime.KubeObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadableDiffTest {
  @Test
  void aDifferenceIsShownWithWhatIsAroundIt() {
    assertThat(
            diff(
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: ns}, data: {a: x, b: '2', c: x}}",
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: ns, uid: u, resourceVersion: '5'}, data: {a: x, b: '1', c: x}}"))
        .isEqualTo(
            """
            --- live ConfigMap/ns/a
            +++ target ConfigMap/ns/a
            @@ -1,7 +1,7 @@
             apiVersion: v1
             data:
               a: x
            -  b: "1"
            +  b: "2"
               c: x
             kind: ConfigMap
             metadata:
            """);
  }

  @Test
  void whatASecretHoldsIsMaskedButNotWhetherItIsTheSame() {
    String diff =
        diff(
            "{apiVersion: v1, kind: Secret, metadata: {name: a, namespace: ns}, stringData: {same: hello, changed: new}}",
            "{apiVersion: v1, kind: Secret, metadata: {name: a, namespace: ns, annotations: {kubectl.kubernetes.io/last-applied-configuration: '{\"data\":{\"same\":\"aGVsbG8=\"}}'}}, data: {same: aGVsbG8=, changed: b2xk}}");

    assertThat(diff)
        .contains("-  changed: +++++++++")
        .contains("+  changed: ++++++++++")
        .contains("\n   same: ++++++++\n")
        .doesNotContain("aGVsbG8", "b2xk", "last-applied");
  }

  @Test
  void whatIsTheSameHasNoDiff() {
    String map = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: ns}}";

    assertThat(diff(map, map)).isEmpty();
  }

  @Test
  void aMissingObjectIsAllNew() {
    KubeObject target =
        object("{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: ns}}");

    assertThat(ReadableDiff.of(compare(settings(), List.of(target)).resources().getFirst()))
        .contains("@@ -0,0 +1,5 @@\n+apiVersion: v1\n");
  }

  @Test
  void changesFarApartAreShownApart() {
    List<String> before = IntStream.range(0, 40).mapToObj(i -> "line " + i).toList();
    List<String> after =
        before.stream().map(line -> line.matches("line (2|30)") ? line + "!" : line).toList();

    assertThat(UnifiedDiff.of(before, after, "a", "b").lines().filter(l -> l.startsWith("@@")))
        .containsExactly("@@ -1,6 +1,6 @@", "@@ -28,7 +28,7 @@");
  }

  private static String diff(String target, String live) {
    return ReadableDiff.of(
        compare(settings(), List.of(object(target)), object(live)).resources().getFirst());
  }
}
