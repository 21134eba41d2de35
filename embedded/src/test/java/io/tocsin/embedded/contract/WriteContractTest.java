package io.tocsin.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.embedded.contract.Wire.Answer;
import org.junit.jupiter.api.Test;

/** Create, update, delete and their refusals. */
@ClusterContract
class WriteContractTest {
  private final Wire wire;
  private final String namespace;
  private final String path;

  WriteContractTest(Cluster cluster) {
    wire = cluster.wire();
    namespace = cluster.newNamespace();
    path = "/api/v1/namespaces/" + namespace + "/configmaps";
  }

  @Test
  void aNewObjectGetsWhatTheServerKnows() {
    Answer created = wire.post(path, "{\"metadata\":{\"name\":\"a\"},\"data\":{\"k\":\"v\"}}");

    assertThat(created.code()).isEqualTo(201);
    assertThat(created.at("kind")).isEqualTo("ConfigMap");
    assertThat(created.at("apiVersion")).isEqualTo("v1");
    assertThat(created.at("metadata.namespace")).isEqualTo(namespace);
    assertThat(created.at("metadata.uid")).hasSize(36);
    assertThat(created.at("metadata.resourceVersion")).matches("\\d+");
    assertThat(created.at("metadata.creationTimestamp"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    assertThat(created.at("metadata.generation")).isEmpty();
    assertThat(wire.get(path + "/a").at("data.k")).isEqualTo("v");
  }

  @Test
  void aNameIsMadeFromItsBeginning() {
    Answer created = wire.post(path, "{\"metadata\":{\"generateName\":\"job-\"}}");

    assertThat(created.code()).isEqualTo(201);
    assertThat(created.at("metadata.name")).matches("job-[bcdfghjklmnpqrstvwxz2456789]{5}");
    assertThat(created.at("metadata.generateName")).isEqualTo("job-");
  }

  @Test
  void aSecondObjectOfTheSameNameIsRefused() {
    wire.post(path, "{\"metadata\":{\"name\":\"a\"}}");

    Failed.on(wire.post(path, "{\"metadata\":{\"name\":\"a\"}}"))
        .is(409, "AlreadyExists", "configmaps \"a\" already exists")
        .about("a", "", "configmaps");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    String message = "configmaps \"nope\" not found";
    String nope = path + "/nope";

    Failed.on(wire.get(nope)).is(404, "NotFound", message).about("nope", "", "configmaps");
    Failed.on(wire.delete(nope)).is(404, "NotFound", message);
    Failed.on(wire.put(nope, "{\"metadata\":{\"name\":\"nope\"}}")).is(404, "NotFound", message);
    Failed.on(wire.patch(nope, "merge-patch+json", "{}")).is(404, "NotFound", message);
  }

  @Test
  void anUnknownResourceOrGroupIsNotFound() {
    Failed.on(wire.get("/api/v1/foos"))
        .is(404, "NotFound", "the server could not find the requested resource");
    Answer group = wire.get("/apis/unknown.example.com/v1/foos");
    assertThat(group.code()).isEqualTo(404);
    assertThat(group.text()).startsWith("404 page not found");
  }

  @Test
  void anObjectNeedsAValidName() {
    Failed.on(wire.post(path, "{\"metadata\":{}}"))
        .is(
            422,
            "Invalid",
            "ConfigMap \"\" is invalid: metadata.name: Required value: name or generateName is"
                + " required");
    Failed.on(wire.post(path, "{\"metadata\":{\"name\":\"X_\"}}"))
        .is(
            422,
            "Invalid",
            "ConfigMap \"X_\" is invalid: metadata.name: Invalid value: \"X_\": a lowercase RFC"
                + " 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.',"
                + " and must start and end with an alphanumeric character (e.g. 'example.com',"
                + " regex used for validation is"
                + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')")
        .about("X_", "", "ConfigMap");
  }

  @Test
  void anObjectNeedsItsNamespace() {
    Failed.on(wire.post("/api/v1/namespaces/nowhere/configmaps", "{\"metadata\":{\"name\":\"a\"}}"))
        .is(404, "NotFound", "namespaces \"nowhere\" not found");
    Failed.on(wire.post(path, "{\"metadata\":{\"name\":\"a\",\"namespace\":\"other\"}}"))
        .is(
            400,
            "BadRequest",
            "the namespace of the provided object does not match the namespace sent on the"
                + " request");
  }

  @Test
  void aNewObjectHasNoVersionYet() {
    Answer refused = wire.post(path, "{\"metadata\":{\"name\":\"a\",\"resourceVersion\":\"3\"}}");

    assertThat(refused.code()).isEqualTo(500);
    assertThat(refused.at("message"))
        .isEqualTo("resourceVersion should not be set on objects to be created");
  }

  @Test
  void bodiesOfUnknownFormatAreRefused() {
    Answer refused = wire.send("POST", path, "{}", "text/plain");

    assertThat(refused.code()).isEqualTo(415);
    assertThat(refused.at("reason")).isEqualTo("UnsupportedMediaType");
    assertThat(refused.at("message"))
        .startsWith("the body of the request was in an unknown format");
  }

  @Test
  void yamlIsUnderstood() {
    String yaml = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: yaml-one\ndata:\n  k: v\n";

    assertThat(wire.send("POST", path, yaml, "application/yaml").code()).isEqualTo(201);
    assertThat(wire.get(path + "/yaml-one").at("data.k")).isEqualTo("v");
  }

  @Test
  void anObjectOfAnotherKindIsRefused() {
    Answer refused =
        wire.post(
            path, "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"a\"}}");

    assertThat(refused.code()).isEqualTo(400);
    assertThat(refused.at("message"))
        .startsWith("Secret in version \"v1\" cannot be handled as a ConfigMap");
  }

  @Test
  void collectionsCannotBePut() {
    Failed.on(wire.put(path, "{}"))
        .is(
            405,
            "MethodNotAllowed",
            "the server does not allow this method on the requested resource");
  }

  @Test
  void anUpdateReplacesEverythingButWhatTheServerKnows() {
    Answer created =
        wire.post(
            path,
            "{\"metadata\":{\"name\":\"a\",\"labels\":{\"l\":\"1\"}},\"data\":{\"k\":\"v\"}}");
    Answer updated = wire.put(path + "/a", "{\"metadata\":{\"name\":\"a\"}}");

    assertThat(updated.code()).isEqualTo(200);
    assertThat(updated.at("data")).isEmpty();
    assertThat(updated.at("metadata.labels")).isEmpty();
    assertThat(updated.at("metadata.uid")).isEqualTo(created.at("metadata.uid"));
    assertThat(updated.at("metadata.creationTimestamp"))
        .isEqualTo(created.at("metadata.creationTimestamp"));
    assertThat(updated.at("metadata.resourceVersion"))
        .isNotEqualTo(created.at("metadata.resourceVersion"));
  }

  @Test
  void anUpdateWithoutAChangeMakesNoNewVersion() {
    Answer created = wire.post(path, "{\"metadata\":{\"name\":\"a\"},\"data\":{\"k\":\"v\"}}");
    Answer updated =
        wire.put(path + "/a", "{\"metadata\":{\"name\":\"a\"},\"data\":{\"k\":\"v\"}}");

    assertThat(updated.code()).isEqualTo(200);
    assertThat(updated.at("metadata.resourceVersion"))
        .isEqualTo(created.at("metadata.resourceVersion"));
  }

  @Test
  void anUpdateOfAnOldVersionConflicts() {
    wire.post(path, "{\"metadata\":{\"name\":\"a\"}}");

    Failed.on(wire.put(path + "/a", "{\"metadata\":{\"name\":\"a\",\"resourceVersion\":\"1\"}}"))
        .is(
            409,
            "Conflict",
            "Operation cannot be fulfilled on configmaps \"a\": the object has been modified;"
                + " please apply your changes to the latest version and try again")
        .about("a", "", "configmaps");
  }

  @Test
  void anUpdateUnderAnotherNameOrUidIsRefused() {
    wire.post(path, "{\"metadata\":{\"name\":\"a\"}}");

    Failed.on(wire.put(path + "/a", "{\"metadata\":{\"name\":\"b\"}}"))
        .is(400, "BadRequest", "the name of the object (b) does not match the name on the URL (a)");
    Answer other = wire.put(path + "/a", "{\"metadata\":{\"name\":\"a\",\"uid\":\"another\"}}");
    assertThat(other.code()).isEqualTo(409);
    assertThat(other.at("reason")).isEqualTo("Conflict");
  }

  @Test
  void leasesAreOnlyUpdatedByVersion() {
    String leases = "/apis/coordination.k8s.io/v1/namespaces/" + namespace + "/leases";
    String lease = "{\"metadata\":{\"name\":\"l\"},\"spec\":{\"holderIdentity\":\"%s\"}}";
    wire.post(leases, lease.formatted("me"));

    Answer refused = wire.put(leases + "/l", lease.formatted("you"));
    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.at("message"))
        .isEqualTo(
            "leases.coordination.k8s.io \"l\" is invalid: metadata.resourceVersion: Invalid value:"
                + " 0x0: must be specified for an update");
  }

  @Test
  void aDryRunChangesNothing() {
    assertThat(wire.post(path + "?dryRun=All", "{\"metadata\":{\"name\":\"dry\"}}").code())
        .isEqualTo(201);
    assertThat(wire.get(path + "/dry").code()).isEqualTo(404);

    Answer created = wire.post(path, "{\"metadata\":{\"name\":\"wet\"}}");
    Answer patched =
        wire.patch(path + "/wet?dryRun=All", "merge-patch+json", "{\"data\":{\"k\":\"v\"}}");
    assertThat(patched.at("data.k")).isEqualTo("v");
    assertThat(wire.delete(path + "/wet?dryRun=All").code()).isEqualTo(200);
    assertThat(wire.get(path + "/wet").at("metadata.resourceVersion"))
        .isEqualTo(created.at("metadata.resourceVersion"));
  }

  @Test
  void plainTextOfSecretsIsEncoded() {
    String secrets = "/api/v1/namespaces/" + namespace + "/secrets";
    Answer created =
        wire.post(secrets, "{\"metadata\":{\"name\":\"s\"},\"stringData\":{\"token\":\"hi\"}}");

    assertThat(created.at("data.token")).isEqualTo("aGk=");
    assertThat(created.at("stringData")).isEmpty();
    assertThat(created.at("type")).isEqualTo("Opaque");
  }

  @Test
  void deploymentsCountChangesOfTheirSpecification() {
    String deployments = "/apis/apps/v1/namespaces/" + namespace + "/deployments";
    Answer created = wire.post(deployments, Objects.deployment("d", 1));
    assertThat(created.at("metadata.generation")).isEqualTo("1");

    String one = deployments + "/d";
    String labels = "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}";
    assertThat(wire.patch(one, "merge-patch+json", labels).at("metadata.generation"))
        .isEqualTo("1");
    String scaled = "{\"spec\":{\"replicas\":2}}";
    assertThat(wire.patch(one, "merge-patch+json", scaled).at("metadata.generation"))
        .isEqualTo("2");
    String status = "{\"status\":{\"replicas\":2}}";
    Answer ignored = wire.patch(one, "merge-patch+json", status);
    assertThat(ignored.at("status.replicas")).isEmpty();
    Answer set = wire.patch(one + "/status", "merge-patch+json", status);
    assertThat(set.at("status.replicas")).isEqualTo("2");
    assertThat(set.at("metadata.generation")).isEqualTo("2");
  }
}
