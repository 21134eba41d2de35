package io.tocsin.controller.compare;

import static io.tocsin.controller.compare.Compared.applying;
import static io.tocsin.controller.compare.Compared.asking;
import static io.tocsin.controller.compare.Compared.difference;
import static io.tocsin.controller.compare.Compared.settings;
import static io.tocsin.controller.customization.Manifests.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.runtime.Trees;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerSideDiffTest {
  private static final String MAP =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {%s}}";
  private static final String MANAGED =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: a
        managedFields:
        - {manager: argocd-controller, operation: Apply, fieldsV1: {f:data: {%s}}}
        - {manager: other, operation: Update, fieldsV1: {f:data: {f:z: {}, f:shared: {}}}}
      data: {%s}
      """;

  @Test
  void whatWasAppliedAndIsNoMoreGoesUnlessAnotherOwnsItToo() {
    Difference difference =
        difference(
            applying(settings()),
            MAP.formatted("x: '1'"),
            MANAGED.formatted(
                "f:x: {}, f:y: {}, f:shared: {}", "x: '1', y: '2', z: '3', shared: '4'"));

    assertThat(difference.modified()).isTrue();
    assertThat(difference.predicted().get("data"))
        .isEqualTo(Map.of("x", "1", "z", "3", "shared", "4"));
  }

  @Test
  void anOptionOfTheObjectSaysHowItIsApplied() {
    String target =
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, annotations: {argocd.argoproj.io/sync-options: 'ServerSideApply=%s'}}, data: {}}";
    String live = MANAGED.formatted("f:y: {}", "y: '2'");

    assertThat(dataOf(difference(settings(), target.formatted("true"), live))).isEqualTo(Map.of());
    assertThat(dataOf(difference(applying(settings()), target.formatted("false"), live)))
        .isEqualTo(Map.of("y", "2"));
  }

  private static Object dataOf(Difference difference) {
    return difference.predicted().get("data");
  }

  @Test
  void listsOfCustomKindsAreMergedAsTheirOwnersHaveThem() {
    String live =
        """
        apiVersion: example.com/v1
        kind: Thing
        metadata:
          name: a
          managedFields:
          - {manager: argocd-controller, operation: Apply, fieldsV1: {f:spec: {f:items: {'k:{"name":"a"}': {.: {}, f:name: {}}, 'k:{"name":"b"}': {.: {}, f:name: {}}}}}}
          - {manager: other, operation: Update, fieldsV1: {f:spec: {f:items: {'k:{"name":"c"}': {.: {}, f:name: {}}}}}}
        spec: {items: [{name: a, on: true}, {name: b}, {name: c}]}
        """;

    Difference difference =
        difference(
            applying(settings()),
            "{apiVersion: example.com/v1, kind: Thing, metadata: {name: a}, spec: {items: [{name: a}]}}",
            live);

    assertThat(Trees.at(difference.predicted(), "spec", "items"))
        .hasToString("[{name=a, on=true}, {name=c}]");
  }

  @Test
  void whatTheServerAddedToAListThatIsOwnedAsAWholeStays() {
    String live =
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: a
          managedFields:
          - {manager: argocd-controller, operation: Apply, fieldsV1: {f:spec: {f:volumeClaimTemplates: {}}}}
        spec: {volumeClaimTemplates: [{kind: PersistentVolumeClaim, metadata: {name: d}, status: {phase: Pending}}]}
        """;

    assertThat(
            difference(
                    applying(settings()),
                    "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: a}, spec: {volumeClaimTemplates: [{metadata: {name: d}}]}}",
                    live)
                .modified())
        .isFalse();
  }

  @Test
  void theServerIsAskedWhatWouldBe() {
    String live = MANAGED.formatted("f:x: {}, f:y: {}", "x: '1', y: '2', z: '3'");
    CompareSettings unchanged = asking(settings(), target -> object(live));
    CompareSettings changed =
        asking(settings(), target -> object(MANAGED.formatted("f:x: {}", "x: '7', z: '3'")));

    assertThat(difference(unchanged, MAP.formatted("x: '1', y: '2'"), live).modified()).isFalse();
    assertThat(dataOf(difference(changed, MAP.formatted("x: '7'"), live)))
        .isEqualTo(Map.of("x", "7", "z", "3"));
  }

  @Test
  void whatAWebhookWouldChangeIsNoDifference() {
    String live = MANAGED.formatted("f:x: {}", "x: '1', z: '3'");
    CompareSettings mutated =
        asking(
            settings(),
            target -> object(MANAGED.formatted("f:x: {}", "x: '1', z: changed, added: '5'")));

    assertThat(difference(mutated, MAP.formatted("x: '1'"), live).modified()).isFalse();
  }

  @Test
  void anObjectMayBeExemptFromAsking() {
    CompareSettings never =
        asking(
            settings(),
            target -> {
              throw new AssertionError("asked");
            });

    assertThat(
            difference(
                    never,
                    "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, annotations: {argocd.argoproj.io/compare-options: ServerSideDiff=false}}}",
                    "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, annotations: {argocd.argoproj.io/compare-options: ServerSideDiff=false}}}")
                .modified())
        .isFalse();
  }
}
