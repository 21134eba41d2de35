package io.tocsin.controller.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.controller.application.KustomizeOptions;
import io.tocsin.controller.application.Source;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.tree.Documents;
import io.tocsin.controller.tree.MemoryTree;
import io.tocsin.controller.tree.SourceException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kustomizations that a test writes down, and what they become. */
final class Kustomized {
  private final MemoryTree tree = new MemoryTree();
  private Optional<KustomizeOptions> options = Optional.empty();

  /** Files, each after a line {@code == path}. */
  static Kustomized files(String text) {
    Kustomized files = new Kustomized();
    for (String part : text.split("(?m)^== ")) {
      if (!part.isBlank()) {
        int line = part.indexOf('\n');
        files.tree.with(part.substring(0, line).strip(), part.substring(line + 1));
      }
    }
    return files;
  }

  Kustomized with(String path, byte[] bytes) {
    tree.with(path, bytes);
    return this;
  }

  /** The application's own options. */
  Kustomized options(String yaml) {
    Map<String, Object> kustomize = Documents.mapping("options", yaml);
    options = Source.of(Map.of("repoURL", "x", "kustomize", kustomize)).kustomize();
    return this;
  }

  List<KubeObject> build(String folder) {
    return new Kustomizations(Optional.empty())
        .build(tree, folder, options, text -> text.replace("$ARGOCD_APP_NAME", "guestbook"));
  }

  void becomes(String folder, String yaml) {
    List<Object> expected = Documents.yaml("expected", yaml);
    assertThat(build(folder)).extracting(KubeObject::content).isEqualTo(expected);
  }

  void fails(String folder, String message) {
    assertThatThrownBy(() -> build(folder)).isInstanceOf(SourceException.class).hasMessage(message);
  }
}
