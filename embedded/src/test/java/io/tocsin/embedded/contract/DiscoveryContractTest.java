package io.tocsin.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.embedded.contract.Wire.Answer;
import io.tocsin.embedded.json.Tree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients learn before they ask for objects. */
@ClusterContract
class DiscoveryContractTest {
  private final Cluster cluster;
  private final Wire wire;

  DiscoveryContractTest(Cluster cluster) {
    this.cluster = cluster;
    this.wire = cluster.wire();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/healthz", "/livez", "/readyz"})
  void theServerIsHealthy(String path) {
    Answer answer = wire.get(path);

    assertThat(answer.code()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("ok");
  }

  @Test
  void theServerTellsItsVersion() {
    assertThat(wire.get("/version").at("major")).isEqualTo("1");
    assertThat(cluster.client().getKubernetesVersion().getMajor()).isEqualTo("1");
  }

  @Test
  void theCoreGroupHasOneVersion() {
    Answer versions = wire.get("/api");

    assertThat(versions.at("kind")).isEqualTo("APIVersions");
    assertThat(versions.at("versions")).isEqualTo("[v1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiextensions.k8s.io/v1",
        "apps/v1",
        "batch/v1",
        "coordination.k8s.io/v1",
        "events.k8s.io/v1",
        "networking.k8s.io/v1",
        "rbac.authorization.k8s.io/v1",
      })
  void theUsualGroupsAreServed(String groupVersion) {
    List<Object> groups = Tree.list(wire.get("/apis").body(), "groups");

    assertThat(groups)
        .flatExtracting(group -> Tree.list(Tree.asMap(group), "versions"))
        .extracting(version -> Tree.text(Tree.asMap(version), "groupVersion"))
        .contains(groupVersion);
    Answer resources = wire.get("/apis/" + groupVersion);
    assertThat(resources.at("kind")).isEqualTo("APIResourceList");
    assertThat(resources.at("groupVersion")).isEqualTo(groupVersion);
  }

  @Test
  void kindsTellTheirNamesAndScope() {
    List<Object> core = Tree.list(wire.get("/api/v1").body(), "resources");

    assertThat(find(core, "configmaps"))
        .containsEntry("kind", "ConfigMap")
        .containsEntry("namespaced", true)
        .containsEntry("shortNames", List.of("cm"));
    assertThat(find(core, "namespaces")).containsEntry("namespaced", false);
    assertThat(find(core, "pods/status")).containsEntry("kind", "Pod");
    List<Object> apps = Tree.list(wire.get("/apis/apps/v1").body(), "resources");
    assertThat(find(apps, "deployments/scale"))
        .containsEntry("kind", "Scale")
        .containsEntry("group", "autoscaling");
  }

  private static Map<String, Object> find(List<Object> resources, String name) {
    return resources.stream()
        .map(Tree::asMap)
        .filter(resource -> Tree.text(resource, "name").equals(name))
        .findFirst()
        .orElse(Map.of());
  }
}
