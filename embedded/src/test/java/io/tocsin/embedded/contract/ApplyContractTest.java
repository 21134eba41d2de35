package io.tocsin.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.embedded.contract.Wire.Answer;
import io.tocsin.embedded.json.Tree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Server-side apply. */
@ClusterContract
class ApplyContractTest {
  private static final String MERGE = "merge-patch+json";

  private final Wire wire;
  private final String namespace;
  private final String one;

  ApplyContractTest(Cluster cluster) {
    wire = cluster.wire();
    namespace = cluster.newNamespace();
    one = "/api/v1/namespaces/" + namespace + "/configmaps/one";
  }

  @Test
  void anApplyCreatesAndRemembersWhoSetWhat() {
    Answer created = apply("m1", "\"labels\":{\"x\":\"y\"}", "\"a\":\"1\",\"b\":\"2\"");

    assertThat(created.code()).isEqualTo(201);
    assertThat(created.at("data")).isEqualTo("{a=1, b=2}");
    Map<String, Object> owner = owners(created).getFirst();
    assertThat(owner)
        .containsEntry("manager", "m1")
        .containsEntry("operation", "Apply")
        .containsEntry("apiVersion", "v1")
        .containsEntry("fieldsType", "FieldsV1");
    assertThat(owner.get("fieldsV1"))
        .isEqualTo(
            Map.of(
                "f:data", Map.of("f:a", Map.of(), "f:b", Map.of()),
                "f:metadata", Map.of("f:labels", Map.of("f:x", Map.of()))));
  }

  @Test
  void theSameApplyAgainChangesNothing() {
    apply("m1", "", "\"a\":\"1\"");
    String version = wire.get(one).at("metadata.resourceVersion");

    assertThat(apply("m1", "", "\"a\":\"1\"").code()).isEqualTo(200);
    assertThat(wire.get(one).at("metadata.resourceVersion")).isEqualTo(version);
  }

  @Test
  void anotherManagerMayNotChangeAFieldUnlessByForce() {
    apply("m1", "", "\"a\":\"1\",\"b\":\"2\"");

    Failed.on(apply("m2", "", "\"a\":\"2\""))
        .is(409, "Conflict", "Apply failed with 1 conflict: conflict with \"m1\": .data.a");
    Failed.on(apply("m2", "", "\"a\":\"2\",\"b\":\"3\""))
        .is(
            409,
            "Conflict",
            "Apply failed with 2 conflicts: conflicts with \"m1\":\n- .data.a\n- .data.b");
    assertThat(apply("m2", "", "\"a\":\"1\"").code()).isEqualTo(200);
    Answer forced = apply("m2&force=true", "", "\"a\":\"2\"");
    assertThat(forced.code()).isEqualTo(200);
    assertThat(forced.at("data")).isEqualTo("{a=2, b=2}");
    Answer withdrawn = apply("m1", "", "");
    assertThat(withdrawn.at("data")).isEqualTo("{a=2}");
  }

  @Test
  void whatAnApplyNoLongerHoldsIsRemoved() {
    apply("m1", "\"labels\":{\"x\":\"y\"}", "\"a\":\"1\",\"b\":\"2\"");
    wire.patch(one + "?fieldManager=other", MERGE, "{\"data\":{\"c\":\"3\"}}");
    Answer applied = apply("m1", "", "\"b\":\"2\"");

    assertThat(applied.at("data")).isEqualTo("{b=2, c=3}");
    assertThat(applied.at("metadata.labels")).isEmpty();
  }

  @Test
  void anUpdateByOthersTakesFieldsOver() {
    apply("m1", "", "\"a\":\"1\"");
    Answer patched = wire.patch(one + "?fieldManager=m3", MERGE, "{\"data\":{\"a\":\"9\"}}");

    assertThat(owners(patched)).extracting(owner -> owner.get("manager")).containsExactly("m3");
    Failed.on(apply("m1", "", "\"a\":\"1\""))
        .is(
            409,
            "Conflict",
            "Apply failed with 1 conflict: conflict with \"m3\" using v1: .data.a");
  }

  @Test
  void elementsOfKeyedListsHaveOwnersOfTheirOwn() {
    String deployment = "/apis/apps/v1/namespaces/" + namespace + "/deployments/d";
    String whole = Objects.deployment("d", 1);
    assertThat(send(deployment, "m1", whole).code()).isEqualTo(201);
    Answer added = send(deployment, "m2", container("extra", "extra:1"));
    assertThat(added.code()).as(added.text()).isEqualTo(200);
    assertThat(added.text()).contains("nginx:1", "side:1", "extra:1");
    assertThat(send(deployment, "m2", container("main", "other:1")).at("message"))
        .isEqualTo(
            "Apply failed with 1 conflict: conflict with \"m1\":"
                + " .spec.template.spec.containers[name=\"main\"].image");
    Answer fewer =
        send(deployment, "m1", whole.replace(",{\"name\":\"side\",\"image\":\"side:1\"}", ""));
    assertThat(fewer.code()).isEqualTo(200);
    assertThat(fewer.text()).contains("nginx:1", "extra:1").doesNotContain("side:1");
  }

  @Test
  void anApplyMustSayWhoAndWhat() {
    Failed.on(send(one, "", "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\"}"))
        .is(
            422,
            "Invalid",
            "PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is required"
                + " for apply patch");
    apply("m1", "", "");
    Failed.on(send(one, "m1", "{\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"one\"}}"))
        .is(
            400,
            "BadRequest",
            "Incorrect version specified in apply patch. Specified patch version: , expected: v1");
    Answer managed = apply("m1", "\"managedFields\":[{}]", "");
    assertThat(managed.code()).isEqualTo(400);
    assertThat(managed.at("message")).isEqualTo("metadata.managedFields must be nil");
    assertThat(apply("m1", "\"resourceVersion\":\"1\"", "").code()).isEqualTo(409);
    Failed.on(wire.patch(one + "?force=true", MERGE, "{}"))
        .is(
            422,
            "Invalid",
            "PatchOptions.meta.k8s.io \"\" is invalid: force: Forbidden: may not be specified for"
                + " non-apply patch");
  }

  private Answer apply(String manager, String metadata, String data) {
    String more = metadata.isEmpty() ? "" : "," + metadata;
    String body =
        "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"one\"%s},\"data\":{%s}}"
            .formatted(more, data);
    return send(one, manager, data.isEmpty() ? body.replace(",\"data\":{}", "") : body);
  }

  private Answer send(String path, String manager, String body) {
    return wire.patch(path + "?fieldManager=" + manager, "apply-patch+yaml", body);
  }

  private static String container(String name, String image) {
    return """
    {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d"},
     "spec":{"template":{"spec":{"containers":[{"name":"%s","image":"%s"}]}}}}
    """
        .formatted(name, image);
  }

  private static List<Map<String, Object>> owners(Answer answer) {
    return Tree.list(Tree.map(answer.body(), "metadata"), "managedFields").stream()
        .map(Tree::asMap)
        .toList();
  }
}
