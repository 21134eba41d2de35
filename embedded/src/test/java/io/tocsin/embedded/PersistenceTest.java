package io.tocsin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.embedded.json.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistenceTest {
  @TempDir private Path folder;

  @Test
  void objectsAreYamlFilesThatSurviveARestart() {
    Map<String, Object> before;
    try (EmbeddedKubernetes server = start()) {
      server.store().put(TestObjects.definition());
      before = server.store().put(TestObjects.application("guestbook"));
      server.store().put(TestObjects.configMap("argocd", "cm", "123"));
    }

    assertThat(folder.resolve("configmaps/argocd/cm.yaml"))
        .content()
        .contains("kind: ConfigMap", "key: \"123\"");
    try (EmbeddedKubernetes server = start()) {
      assertThat(server.store().get("argoproj.io/v1alpha1", "Application", "argocd", "guestbook"))
          .contains(before);
      assertThat(Tree.textAt(configMap(server), "data.key")).isEqualTo("123");
    }
  }

  @Test
  void versionsGoOnEvenAfterTheLastObjectIsDeleted() {
    long last;
    try (EmbeddedKubernetes server = start()) {
      server.store().put(TestObjects.configMap("default", "cm", "1"));
      assertThat(server.store().delete("v1", "ConfigMap", "default", "cm")).isTrue();
      last = server.store().version();
    }

    try (EmbeddedKubernetes server = start()) {
      assertThat(server.store().get("v1", "ConfigMap", "default", "cm")).isEmpty();
      assertThat(server.store().version()).isEqualTo(last);
    }
  }

  @Test
  void aFileThatHoldsNoObjectIsNamed() throws IOException {
    Path broken = folder.resolve("configmaps/default/broken.yaml");
    Files.createDirectories(broken.getParent());
    Files.writeString(broken, "a: [");

    assertThatThrownBy(this::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("broken.yaml holds no object");
  }

  private EmbeddedKubernetes start() {
    return EmbeddedKubernetes.start(Options.defaults().withDirectory(folder));
  }

  private static Map<String, Object> configMap(EmbeddedKubernetes server) {
    return server.store().get("v1", "ConfigMap", "argocd", "cm").orElseThrow();
  }
}
