package io.tocsin.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.embedded.contract.Wire.Answer;
import io.tocsin.embedded.json.Tree;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Merge, JSON and strategic merge patches of built-in kinds. */
@ClusterContract
class PatchContractTest {
  private static final String MERGE = "merge-patch+json";
  private static final String JSON = "json-patch+json";
  private static final String STRATEGIC = "strategic-merge-patch+json";
  private static final List<String> CONTAINERS = List.of("spec", "template", "spec", "containers");

  private final Wire wire;
  private final String one;
  private final String collection;
  private final String deployments;

  PatchContractTest(Cluster cluster) {
    wire = cluster.wire();
    String namespace = cluster.newNamespace();
    collection = "/api/v1/namespaces/" + namespace + "/configmaps";
    one = collection + "/one";
    deployments = "/apis/apps/v1/namespaces/" + namespace + "/deployments";
  }

  @BeforeEach
  void createOne() {
    wire.post(
        collection,
        """
        {"metadata":{"name":"one","annotations":{"keep":"1"},"labels":{"a/b":"c"}},
         "data":{"a":"1","b":"2"}}
        """);
  }

  @Test
  void aNullInAMergePatchRemoves() {
    Answer patched = wire.patch(one, MERGE, "{\"data\":{\"a\":null,\"c\":\"3\"}}");

    assertThat(patched.code()).isEqualTo(200);
    assertThat(Tree.map(patched.body(), "data"))
        .containsOnly(Map.entry("b", "2"), Map.entry("c", "3"));
    assertThat(patched.at("metadata.annotations")).isEqualTo("{keep=1}");
  }

  @Test
  void aMergePatchWithoutAChangeMakesNoNewVersion() {
    Answer before = wire.get(one);
    Answer patched = wire.patch(one, MERGE, "{\"data\":{\"a\":\"1\"}}");

    assertThat(patched.at("metadata.resourceVersion"))
        .isEqualTo(before.at("metadata.resourceVersion"));
  }

  @Test
  void aPatchOfAnOldVersionConflicts() {
    Failed.on(wire.patch(one, MERGE, "{\"metadata\":{\"resourceVersion\":\"1\"}}"))
        .is(
            409,
            "Conflict",
            "Operation cannot be fulfilled on configmaps \"one\": the object has been modified;"
                + " please apply your changes to the latest version and try again");
    String version = wire.get(one).at("metadata.resourceVersion");
    String current =
        "{\"metadata\":{\"resourceVersion\":\"%s\"},\"data\":{\"z\":\"1\"}}".formatted(version);
    assertThat(wire.patch(one, MERGE, current).code()).isEqualTo(200);
    assertThat(wire.patch(one, MERGE, current.replace("\"1\"}}", "\"2\"}}")).code()).isEqualTo(409);
  }

  @Test
  void aPatchCannotRename() {
    Failed.on(wire.patch(one, MERGE, "{\"metadata\":{\"name\":\"other\"}}"))
        .is(
            400,
            "BadRequest",
            "the name of the object (other) does not match the name on the URL (one)");
  }

  @Test
  void aJsonPatchAppliesItsOperationsInOrder() {
    Answer patched =
        wire.patch(
            one,
            JSON,
            """
            [{"op":"test","path":"/data/a","value":"1"},
             {"op":"replace","path":"/data/a","value":"9"},
             {"op":"copy","from":"/data/a","path":"/data/c"},
             {"op":"move","from":"/data/b","path":"/data/d"},
             {"op":"add","path":"/data/e","value":"5"},
             {"op":"remove","path":"/metadata/labels/a~1b"}]
            """);

    assertThat(patched.code()).isEqualTo(200);
    assertThat(Tree.map(patched.body(), "data").toString()).isEqualTo("{a=9, c=9, d=2, e=5}");
    assertThat(patched.at("metadata.labels")).isEmpty();
  }

  @Test
  void aJsonPatchThatDoesNotFitIsRefused() {
    String refused = "the server rejected our request due to an error in our request";

    Failed.on(wire.patch(one, JSON, "[{\"op\":\"test\",\"path\":\"/data/a\",\"value\":\"7\"}]"))
        .is(422, "Invalid", refused);
    Failed.on(wire.patch(one, JSON, "[{\"op\":\"remove\",\"path\":\"/data/zz\"}]"))
        .is(422, "Invalid", refused);
    Failed.on(wire.patch(one, JSON, "{\"op\":\"remove\",\"path\":\"/data/a\"}"))
        .is(
            400,
            "BadRequest",
            "json: cannot unmarshal object into Go value of type jsonpatch.Patch");
    assertThat(wire.get(one).at("data.a")).isEqualTo("1");
  }

  @Test
  void aPatchOfUnknownFormatIsRefused() {
    Failed.on(wire.patch(one, "json", "{}"))
        .is(415, "UnsupportedMediaType", "415: Unsupported Media Type");
  }

  @Test
  void aStrategicMergePatchMergesContainersByName() {
    wire.post(deployments, Objects.deployment("d", 1));
    Answer patched =
        wire.patch(
            deployments + "/d",
            STRATEGIC,
            """
            {"spec":{"template":{"spec":{"containers":[
              {"name":"main","image":"nginx:2"},{"name":"new","image":"new:1"},
              {"$patch":"delete","name":"side"}]}}}}
            """);

    assertThat(patched.code()).isEqualTo(200);
    assertThat(images(patched)).isEqualTo("main=nginx:2 new=new:1");
    assertThat(images(wire.patch(deployments + "/d", MERGE, replaced("only", "only:1"))))
        .isEqualTo("only=only:1");
  }

  @Test
  void aStrategicMergePatchOrdersElements() {
    wire.post(deployments, Objects.deployment("o", 1));
    Answer patched =
        wire.patch(
            deployments + "/o",
            STRATEGIC,
            """
            {"spec":{"template":{"spec":{
              "$setElementOrder/containers":[{"name":"side"},{"name":"main"}],
              "containers":[{"name":"side","image":"side:2"}]}}}}
            """);

    assertThat(images(patched)).isEqualTo("side=side:2 main=nginx:1");
  }

  @Test
  void aStrategicMergePatchReplacesOnDemandAndUnitesFinalizers() {
    wire.patch(one, MERGE, "{\"metadata\":{\"finalizers\":[\"example.com/a\"]}}");
    Answer patched =
        wire.patch(
            one,
            STRATEGIC,
            """
            {"metadata":{"finalizers":["example.com/b"]},
             "data":{"$patch":"replace","only":"this"}}
            """);

    assertThat(Tree.list(Tree.map(patched.body(), "metadata"), "finalizers"))
        .containsExactlyInAnyOrder("example.com/a", "example.com/b");
    assertThat(patched.at("data")).isEqualTo("{only=this}");
    Answer fewer =
        wire.patch(
            one,
            STRATEGIC,
            "{\"metadata\":{\"$deleteFromPrimitiveList/finalizers\":[\"example.com/a\"]}}");
    assertThat(Tree.list(Tree.map(fewer.body(), "metadata"), "finalizers"))
        .containsExactly("example.com/b");
  }

  private static String replaced(String name, String image) {
    return "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"%s\",\"image\":\"%s\"}]}}}}"
        .formatted(name, image);
  }

  private static String images(Answer deployment) {
    return Tree.asList(Tree.at(deployment.body(), CONTAINERS)).stream()
        .map(Tree::asMap)
        .map(container -> Tree.text(container, "name") + "=" + Tree.text(container, "image"))
        .collect(Collectors.joining(" "));
  }
}
