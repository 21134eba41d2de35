package io.tocsin.notifier.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class OverlaysTest {
  private static final List<String> OVERLAYS = Deploy.OVERLAYS;

  @Test
  void eachOverlayIsTested() throws IOException {
    try (Stream<Path> folders = Files.list(Deploy.FOLDER.resolve("overlays"))) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(OVERLAYS);
    }
  }

  @ParameterizedTest
  @FieldSource("OVERLAYS")
  void ourEngineAndKubectlMakeTheSame(String overlay) {
    assumeThat(Tool.KUBECTL.isInstalled()).isTrue();
    List<KubeObject> kubectl =
        Yaml.documents(
                Tool.KUBECTL.run(
                    "kustomize", Deploy.FOLDER.resolve("overlays/" + overlay).toString()))
            .stream()
            .map(document -> new KubeObject(Yaml.asMapping(document)))
            .toList();

    assertThat(Deploy.byKey(Deploy.overlay(overlay))).isEqualTo(Deploy.byKey(kubectl));
  }

  @ParameterizedTest
  @FieldSource("OVERLAYS")
  void whatIsNotOfTheClusterIsInTheControlPlanesNamespaceAndPartOfTocsin(String overlay) {
    List<KubeObject> objects = Deploy.overlay(overlay);

    assertThat(objects)
        .filteredOn(object -> !object.kind().startsWith("ClusterRole"))
        .isNotEmpty()
        .allMatch(object -> object.namespace().equals(Deploy.NAMESPACE));
    assertThat(objects)
        .allMatch(object -> "tocsin".equals(object.labels().get("app.kubernetes.io/part-of")));
  }

  @Test
  void notificationsOfArgoKubeNotifierAreObeyedWithTheComponent() {
    List<KubeObject> objects =
        Deploy.kustomization("overlays/namespaced", "../../components/kube-notifier");

    assertThat(Yaml.write(Deploy.byKey(objects))).contains("TOCSIN_KUBE_NOTIFIER");
    assertThat(Permission.in(objects))
        .filteredOn(permission -> permission.resource().equals("notifications"))
        .extracting(Permission::verb)
        .containsExactlyInAnyOrder("list", "watch");
    assertThat(objects)
        .filteredOn(object -> object.kind().equals("CustomResourceDefinition"))
        .extracting(KubeObject::name)
        .containsExactly("notifications.argoproj.io");
  }
}
