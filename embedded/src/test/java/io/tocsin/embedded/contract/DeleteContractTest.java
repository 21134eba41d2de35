package io.tocsin.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.embedded.contract.Wire.Answer;
import org.junit.jupiter.api.Test;

/** Deletion, preconditions and finalizers. */
@ClusterContract
class DeleteContractTest {
  private static final String MERGE = "merge-patch+json";

  private final Wire wire;
  private final String path;

  DeleteContractTest(Cluster cluster) {
    wire = cluster.wire();
    path = "/api/v1/namespaces/" + cluster.newNamespace() + "/configmaps";
  }

  @Test
  void aDeletionTellsWhatIsGone() {
    Answer created = wire.post(path, "{\"metadata\":{\"name\":\"a\"}}");
    Answer deleted = wire.delete(path + "/a");

    assertThat(deleted.code()).isEqualTo(200);
    assertThat(deleted.at("kind")).isEqualTo("Status");
    assertThat(deleted.at("status")).isEqualTo("Success");
    assertThat(deleted.at("details.name")).isEqualTo("a");
    assertThat(deleted.at("details.kind")).isEqualTo("configmaps");
    assertThat(deleted.at("details.uid")).isEqualTo(created.at("metadata.uid"));
    assertThat(wire.get(path + "/a").code()).isEqualTo(404);
  }

  @Test
  void preconditionsMustHold() {
    Answer created = wire.post(path, "{\"metadata\":{\"name\":\"a\"}}");

    Failed.on(delete("a", "{\"preconditions\":{\"uid\":\"other\"}}"))
        .is(
            409,
            "Conflict",
            "Operation cannot be fulfilled on ConfigMap \"a\": the UID in the precondition (other)"
                + " does not match the UID in record (%s). The object might have been deleted and"
                    .formatted(created.at("metadata.uid"))
                + " then recreated")
        .about("a", "", "ConfigMap");
    Answer version = delete("a", "{\"preconditions\":{\"resourceVersion\":\"1\"}}");
    assertThat(version.code()).isEqualTo(409);
    assertThat(version.at("message"))
        .contains("the ResourceVersion in the precondition (1) does not match");
    String right = "{\"preconditions\":{\"uid\":\"%s\"}}".formatted(created.at("metadata.uid"));
    assertThat(delete("a", right).code()).isEqualTo(200);
  }

  @Test
  void anUnknownPropagationIsRefused() {
    wire.post(path, "{\"metadata\":{\"name\":\"a\"}}");

    Failed.on(wire.delete(path + "/a?propagationPolicy=Sideways"))
        .is(
            422,
            "Invalid",
            "DeleteOptions.meta.k8s.io \"\" is invalid: propagationPolicy: Unsupported value:"
                + " \"Sideways\": supported values: \"Foreground\", \"Background\", \"Orphan\","
                + " \"nil\"");
    assertThat(wire.delete(path + "/a?propagationPolicy=Background").code()).isEqualTo(200);
  }

  @Test
  void finalizersHoldAnObjectUntilTheLastIsGone() {
    wire.post(
        path,
        """
        {"metadata":{"name":"held","finalizers":["example.com/one","example.com/two"]}}
        """);
    Answer deleted = wire.delete(path + "/held");

    assertThat(deleted.code()).isEqualTo(200);
    assertThat(deleted.at("kind")).isEqualTo("ConfigMap");
    assertThat(deleted.at("metadata.deletionTimestamp")).isNotEmpty();
    assertThat(deleted.at("metadata.deletionGracePeriodSeconds")).isEqualTo("0");
    String version = deleted.at("metadata.resourceVersion");
    assertThat(wire.delete(path + "/held").at("metadata.resourceVersion")).isEqualTo(version);
    Answer added = finalizers("\"example.com/one\",\"example.com/two\",\"example.com/three\"");
    assertThat(added.code()).isEqualTo(422);
    assertThat(added.at("message")).contains("no new finalizers can be added");
    assertThat(finalizers("\"example.com/one\"").code()).isEqualTo(200);
    assertThat(wire.get(path + "/held").code()).isEqualTo(200);
    assertThat(finalizers("").code()).isEqualTo(200);
    assertThat(wire.get(path + "/held").code()).isEqualTo(404);
  }

  @Test
  void aDeletionTimestampCannotBeTakenBack() {
    wire.post(path, "{\"metadata\":{\"name\":\"going\",\"finalizers\":[\"example.com/one\"]}}");
    wire.delete(path + "/going");
    Answer patched =
        wire.patch(path + "/going", MERGE, "{\"metadata\":{\"deletionTimestamp\":null}}");

    assertThat(patched.at("metadata.deletionTimestamp")).isNotEmpty();
  }

  @Test
  void aCollectionIsDeletedBySelector() {
    for (String name : new String[] {"a", "b", "c"}) {
      String group = name.equals("c") ? "stay" : "go";
      wire.post(
          path,
          "{\"metadata\":{\"name\":\"%s\",\"labels\":{\"g\":\"%s\"}}}".formatted(name, group));
    }
    assertThat(wire.delete(path + "?labelSelector=g%3Dgo").code()).isEqualTo(200);
    assertThat(wire.get(path + "?labelSelector=g").names()).containsExactly("c");
  }

  @Test
  void theFirstNamespacesStay() {
    Failed.on(wire.delete("/api/v1/namespaces/default"))
        .is(
            403,
            "Forbidden",
            "namespaces \"default\" is forbidden: this namespace may not be deleted");
  }

  private Answer finalizers(String list) {
    return wire.patch(
        path + "/held", MERGE, "{\"metadata\":{\"finalizers\":[%s]}}".formatted(list));
  }

  private Answer delete(String name, String options) {
    return wire.send("DELETE", path + "/" + name, options, "application/json");
  }
}
