package io.tocsin.notifier.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.controller.runtime.Change;
import io.tocsin.controller.runtime.Change.Event;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.state.NotifiedAnnotation;
import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OccurrenceTest {
  private static final KubeObject OLD = deployment(2, "1", Map.of());
  private static final KubeObject NEW = deployment(3, "2", Map.of());

  @Test
  void anUpdateSaysWhatChanged() {
    Map<String, Object> variables = variables(NEW, Change.from(OLD));

    assertThat(variables.get("event")).isEqualTo("updated");
    assertThat(variables.get("old")).isEqualTo(OLD.content());
    assertThat(call(variables, "changed", "spec.replicas")).isEqualTo(true);
    assertThat(call(variables, "changed", "spec.template")).isEqualTo(false);
    assertThat(call(variables, "changed", "spec.containers[0].image")).isEqualTo(true);
    assertThat(call(variables, "changed", "metadata.labels['app.kubernetes.io/name']"))
        .isEqualTo(false);
    assertThat((String) call(variables, "diff"))
        .isEqualTo(
            """
            --- before
            +++ after
            @@ -6,5 +6,5 @@
               name: shop
             spec:
               containers:
            -  - image: shop:2
            -  replicas: 2
            +  - image: shop:3
            +  replicas: 3
            """);
  }

  @Test
  void whatWasCreatedHasNothingBefore() {
    Map<String, Object> variables = variables(NEW, Change.CREATED);

    assertThat(variables).containsEntry("event", "created").containsEntry("old", null);
    assertThat(call(variables, "changed", "spec.replicas")).isEqualTo(false);
    assertThat(call(variables, "diff")).isEqualTo("");
  }

  @Test
  void whatIsLookedAtAgainHasNoEvent() {
    assertThat(variables(NEW, Change.NONE)).containsEntry("event", "");
  }

  @Test
  void whatIsRecordedOnAnObjectIsNoUpdate() {
    KubeObject recorded = deployment(2, "2", Map.of(NotifiedAnnotation.NAME, "{}"));
    KubeObject annotated = deployment(2, "2", Map.of("example.com/other", "1"));

    assertThat(Occurrence.real(recorded, Change.from(OLD))).isEqualTo(Change.NONE);
    assertThat(Occurrence.real(annotated, Change.from(OLD)).event()).isEqualTo(Event.UPDATED);
    assertThat(Occurrence.real(NEW, Change.from(OLD)).event()).isEqualTo(Event.UPDATED);
  }

  @Test
  void whatSecretsHoldIsMaskedInTheDiff() {
    Map<String, Object> variables =
        variables(secret("c2VjcmV0Mg=="), Change.from(secret("c2VjcmV0MQ==")));

    assertThat((String) call(variables, "diff"))
        .contains("-  token: ++++++++\n+  token: +++++++++\n")
        .doesNotContain("c2Vj");
  }

  @ParameterizedTest
  @CsvSource({
    "status/phase, Failed",
    "/status/phase, Failed",
    "status/nodes/*/phase, Failed;Running",
    "//phase, Failed;Running;Failed",
    "status/nodes/a[phase='Failed']/id, 7",
    "status/conditions/*[type='Ready']/status, False",
    "status/ratio, 0.25",
    "status/large, 100000000000000000000",
    "status/done, true",
    "status/nothing, ''",
    "status/missing,"
  })
  void pathsOfXmlFindTexts(String path, String texts) {
    KubeObject workflow =
        new KubeObject(
            Map.of(
                "metadata",
                Map.of("labels", Map.of("example.com/a", "x")),
                "status",
                new HashMap<>(
                    Map.of(
                        "phase",
                        "Failed",
                        "ratio",
                        0.25,
                        "large",
                        1e20,
                        "done",
                        true,
                        "nodes",
                        Map.of(
                            "b",
                            Map.of("phase", "Running"),
                            "a",
                            Map.of("phase", "Failed", "id", 7L)),
                        "conditions",
                        List.of(Map.of("type", "Ready", "status", "False")))) {
                  private static final long serialVersionUID = 1L;

                  {
                    put("nothing", null);
                  }
                }));

    assertThat(ObjectXPath.of(workflow).texts(path))
        .containsExactlyInAnyOrderElementsOf(texts == null ? List.of() : List.of(texts.split(";")));
  }

  @Test
  void aPathThatDoesNotParseIsNamed() {
    assertThatThrownBy(() -> ObjectXPath.of(NEW).texts("status/["))
        .isInstanceOf(GoException.class)
        .hasMessage("'status/[' is no XPath that finds nodes");
    assertThatThrownBy(() -> call(variables(NEW, Change.from(OLD)), "changed", "spec..replicas"))
        .hasMessage("'spec..replicas' is no path of a field, such as spec.replicas");
  }

  private static Map<String, Object> variables(KubeObject object, Change change) {
    Map<String, Object> variables = new HashMap<>();
    new Occurrence(object, change).addTo(variables);
    return variables;
  }

  private static Object call(Map<String, Object> variables, String name, Object... arguments) {
    return ((GoFunction) variables.get(name)).body().call(arguments);
  }

  private static KubeObject deployment(
      long replicas, String version, Map<String, Object> annotations) {
    return new KubeObject(
        Map.of(
            "apiVersion",
            "apps/v1",
            "kind",
            "Deployment",
            "metadata",
            Map.of(
                "name",
                "shop",
                "labels",
                Map.of("app.kubernetes.io/name", "shop"),
                "resourceVersion",
                version,
                "annotations",
                annotations),
            "spec",
            Map.of(
                "replicas", replicas, "containers", List.of(Map.of("image", "shop:" + replicas)))));
  }

  private static KubeObject secret(String token) {
    return new KubeObject(
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            "Secret",
            "metadata",
            Map.of("name", "s"),
            "data",
            Map.of("token", token)));
  }
}
