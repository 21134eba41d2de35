package io.tocsin.controller.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.controller.application.Source;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.tree.FileTree;
import io.tocsin.controller.tree.SourceException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RepositoryFilesTest {
  /** A tree of texts by their paths. */
  private record Texts(TreeMap<String, String> texts) implements FileTree {
    @Override
    public boolean isFile(String path) {
      return texts.containsKey(path);
    }

    @Override
    public boolean isFolder(String path) {
      return path.isEmpty() || texts.keySet().stream().anyMatch(p -> p.startsWith(path + "/"));
    }

    @Override
    public byte[] read(String path) {
      return texts.get(path).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<Entry> list(String folder) {
      String prefix = folder.isEmpty() ? "" : folder + "/";
      TreeSet<String> names = new TreeSet<>();
      for (String path : texts.keySet()) {
        if (path.startsWith(prefix)) {
          names.add(path.substring(prefix.length()).split("/", 2)[0]);
        }
      }
      return names.stream()
          .map(name -> new Entry(name, isFile(prefix + name) ? Kind.FILE : Kind.FOLDER))
          .toList();
    }
  }

  private static final RepositoryFiles FILES =
      new RepositoryFiles(
          new Texts(
              new TreeMap<>(
                  Map.of(
                      "charts/a/Chart.yaml", "{name: a, version: 1.0.0}",
                      "charts/a/templates/x.yaml",
                          "{kind: X, metadata: {name: '{{ .Values.stage }}'}}",
                      "env/prod.yaml", "stage: prod"))));
  private static final Helm HELM = new Helm(DependencySource.NONE);

  private static List<KubeObject> render(String path) {
    var source = Source.of(Map.of("helm", Map.of("valueFiles", List.of("/env/prod.yaml"))));
    return HELM.render(new HelmRequest(source, "my", "apps"), new SourceFiles(FILES, path));
  }

  @Test
  void aChartOfARepositoryIsRendered() {
    assertThat(render("charts/a")).extracting(KubeObject::name).containsExactly("prod");
  }

  @Test
  void aPathWithoutAChartIsAnErrorOfTheSource() {
    assertThatThrownBy(() -> render("charts/none"))
        .isInstanceOf(SourceException.class)
        .hasMessage("there is no Chart.yaml in charts/none");
  }
}
