package io.tocsin.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.embedded.contract.Wire.Answer;
import io.tocsin.embedded.json.Tree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Definitions and the objects of their kinds. */
@ClusterContract
class CustomResourceContractTest {
  private static final String MERGE = "merge-patch+json";

  private final Cluster cluster;
  private final Wire wire;
  private final CustomKind kind;
  private final String path;

  CustomResourceContractTest(Cluster cluster) {
    this.cluster = cluster;
    wire = cluster.wire();
    kind = CustomKind.unique();
    path = kind.path(cluster.newNamespace());
  }

  @Test
  void aDefinitionIsEstablishedAndDiscovered() {
    kind.define(wire, "{}");
    Map<String, Object> definition = wire.get(kind.definitionPath()).body();

    assertThat(Tree.list(Tree.map(definition, "status"), "conditions"))
        .extracting(condition -> Tree.text(Tree.asMap(condition), "type"))
        .contains("NamesAccepted", "Established");
    assertThat(Tree.textAt(definition, "status.acceptedNames.kind")).isEqualTo("Widget");
    assertThat(Tree.textAt(definition, "status.acceptedNames.singular")).isEqualTo("widget");
    assertThat(Tree.textAt(definition, "status.storedVersions")).isEqualTo("[v1]");
    Answer group = wire.get("/apis/" + kind.group());
    assertThat(group.at("kind")).isEqualTo("APIGroup");
    assertThat(group.at("preferredVersion.groupVersion")).isEqualTo(kind.group() + "/v1");
    Map<String, Object> resource =
        Tree.asMap(
            Tree.list(wire.get("/apis/" + kind.group() + "/v1").body(), "resources").getFirst());
    assertThat(Tree.text(resource, "name")).isEqualTo("widgets");
    assertThat(Tree.text(resource, "singularName")).isEqualTo("widget");
    assertThat(Tree.text(resource, "shortNames")).isEqualTo("[wg]");
    assertThat(resource.get("namespaced")).isEqualTo(true);
    assertThat(Tree.list(resource, "verbs")).contains("create", "list", "watch", "patch");
  }

  @Test
  void anObjectIsPrunedAndGetsDefaults() {
    kind.define(wire, "{}");
    Answer created =
        wire.post(path, kind.object("a", "\"spec\":{\"color\":\"red\",\"foo\":1},\"bar\":1"));

    assertThat(created.code()).isEqualTo(201);
    assertThat(created.at("spec.color")).isEqualTo("red");
    assertThat(created.at("spec.size")).isEqualTo("3");
    assertThat(created.at("spec.foo")).isEmpty();
    assertThat(created.at("bar")).isEmpty();
    assertThat(created.at("metadata.generation")).isEqualTo("1");
    Answer free = wire.post(path, kind.object("b", "\"status\":{\"any\":{\"thing\":[1]}}"));
    assertThat(free.at("status.any.thing")).isEqualTo("[1]");
  }

  @Test
  void withoutAStatusSubresourceEveryChangeBesideMetadataCounts() {
    kind.define(wire, "{}");
    wire.post(path, kind.object("a", "\"spec\":{\"color\":\"red\"}"));

    assertThat(patched("{\"metadata\":{\"labels\":{\"x\":\"y\"}}}").at("metadata.generation"))
        .isEqualTo("1");
    assertThat(patched("{\"spec\":{\"color\":\"blue\"}}").at("metadata.generation")).isEqualTo("2");
    assertThat(patched("{\"status\":{\"x\":1}}").at("metadata.generation")).isEqualTo("3");
    assertThat(wire.get(path + "/a/status").code()).isEqualTo(404);
  }

  @Test
  void aStatusSubresourceKeepsStatusAndTheRestApart() {
    kind.define(wire, "{\"status\":{}}");
    Answer created =
        wire.post(path, kind.object("a", "\"spec\":{\"color\":\"red\"},\"status\":{\"x\":1}"));
    assertThat(created.at("status")).isEmpty();

    Answer ignored = patched("{\"status\":{\"x\":1},\"spec\":{\"color\":\"blue\"}}");
    assertThat(ignored.at("status")).isEmpty();
    assertThat(ignored.at("metadata.generation")).isEqualTo("2");
    Answer status =
        wire.patch(
            path + "/a/status", MERGE, "{\"status\":{\"x\":1},\"spec\":{\"color\":\"green\"}}");
    assertThat(status.at("status.x")).isEqualTo("1");
    assertThat(status.at("spec.color")).isEqualTo("blue");
    assertThat(status.at("metadata.generation")).isEqualTo("2");
  }

  @Test
  void anObjectMustSayWhatItIs() {
    kind.define(wire, "{}");
    Answer nothing = wire.post(path, "{\"metadata\":{\"name\":\"a\"}}");
    assertThat(nothing.code()).isEqualTo(400);
    assertThat(nothing.at("message")).contains("Object 'Kind' is missing in");
    String other = kind.object("a", "\"spec\":{}");
    Failed.on(wire.post(path, other.replace("/v1", "/v2")))
        .is(
            400,
            "BadRequest",
            "the API version in the data (%s/v2) does not match the expected API version (%s/v1)"
                .formatted(kind.group(), kind.group()));
    Failed.on(wire.post(path, other.replace("Widget", "Gadget")))
        .is(
            422,
            "Invalid",
            "Gadget.%s \"a\" is invalid: kind: Invalid value: \"Gadget\": must be Widget"
                .formatted(kind.group()));
  }

  @Test
  void anUpdateNeedsAVersion() {
    kind.define(wire, "{}");
    wire.post(path, kind.object("a", "\"spec\":{}"));

    Failed.on(wire.put(path + "/a", kind.object("a", "\"spec\":{}")))
        .is(
            422,
            "Invalid",
            "widgets.%s \"a\" is invalid: metadata.resourceVersion: Invalid value: 0x0: must be"
                    .formatted(kind.group())
                + " specified for an update")
        .about("a", kind.group(), "widgets");
    Failed.on(patched("{\"metadata\":{\"resourceVersion\":\"1\"}}"))
        .is(
            409,
            "Conflict",
            "Operation cannot be fulfilled on widgets.%s \"a\": the object has been modified;"
                    .formatted(kind.group())
                + " please apply your changes to the latest version and try again");
  }

  @Test
  void strategicMergePatchesAreNotSupported() {
    kind.define(wire, "{}");
    wire.post(path, kind.object("a", "\"spec\":{}"));

    Failed.on(wire.patch(path + "/a", "strategic-merge-patch+json", "{}"))
        .is(
            415,
            "UnsupportedMediaType",
            "the body of the request was in an unknown format - accepted media types include:"
                + " application/json-patch+json, application/merge-patch+json,"
                + " application/apply-patch+yaml");
  }

  @Test
  void onlyNamesCanBeSelectedByField() {
    kind.define(wire, "{}");
    wire.post(path, kind.object("a", "\"spec\":{}"));

    assertThat(wire.get(path + "?fieldSelector=metadata.name%3Da").names()).containsExactly("a");
    Failed.on(wire.get(path + "?fieldSelector=spec.color%3Dred"))
        .is(400, "BadRequest", "field label not supported: spec.color");
  }

  @Test
  void aWatchFromBeforeTheHistoryIsGone() {
    kind.define(wire, "{}");
    wire.post(path, kind.object("a", "\"spec\":{}"));
    cluster.compact();

    List<Map<String, Object>> events =
        wire.watch(path + "?watch=true&timeoutSeconds=2&resourceVersion=1");
    assertThat(events).hasSize(1);
    assertThat(events.getFirst().get("type")).isEqualTo("ERROR");
    Map<String, Object> status = Tree.map(events.getFirst(), "object");
    assertThat(Tree.text(status, "kind")).isEqualTo("Status");
    assertThat(Tree.text(status, "code")).isEqualTo("410");
    assertThat(Tree.text(status, "reason")).isEqualTo("Expired");
    assertThat(Tree.text(status, "message")).startsWith("too old resource version: 1 (");
  }

  @Test
  void whenADefinitionGoesItsObjectsGoToo() {
    kind.define(wire, "{}");
    wire.post(path, kind.object("a", "\"spec\":{}"));
    assertThat(wire.delete(kind.definitionPath()).code()).isEqualTo(200);

    await().until(() -> wire.get(kind.definitionPath()).code() == 404);
    await().until(() -> wire.get(path).code() == 404);
    kind.define(wire, "{}");
    assertThat(wire.get(path).names()).isEmpty();
  }

  @Test
  void aDefinitionIsNamedAfterWhatItDefines() {
    Answer refused =
        wire.post(
            CustomKind.DEFINITIONS,
            kind.definition("{}").replace("\"name\":\"widgets.", "\"name\":\"gadgets."));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.at("message")).contains("must be spec.names.plural+\".\"+spec.group");
  }

  private Answer patched(String patch) {
    return wire.patch(path + "/a", MERGE, patch);
  }
}
