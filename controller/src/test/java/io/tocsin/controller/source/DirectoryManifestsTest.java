package io.tocsin.controller.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.controller.application.DirectoryOptions;
import io.tocsin.controller.application.Source;
import io.tocsin.controller.helm.BuildEnvironment;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.tree.Documents;
import io.tocsin.controller.tree.FileTree;
import io.tocsin.controller.tree.MemoryTree;
import io.tocsin.controller.tree.SourceException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Folders of manifests. */
class DirectoryManifestsTest {
  private static String config(String name) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\n".formatted(name);
  }

  private static List<KubeObject> read(FileTree tree, String folder, String options) {
    Map<String, Object> content = Documents.mapping("options", options);
    DirectoryOptions directory =
        Source.of(Map.of("repoURL", "x", "directory", content)).directory().orElseThrow();
    BuildEnvironment environment = new BuildEnvironment(Map.of("ARGOCD_APP_NAME", "guestbook"));
    return new DirectoryManifests(tree, folder, directory, environment, 10_000).read();
  }

  private static List<String> names(FileTree tree, String folder, String options) {
    return read(tree, folder, options).stream().map(KubeObject::name).toList();
  }

  private static final MemoryTree FOLDERS =
      new MemoryTree()
          .with("app/b.yaml", config("b"))
          .with("app/a.yml", config("a"))
          .with(
              "app/c.json",
              "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"c\"}}")
          .with("app/deep/d.yaml", config("d"))
          .with("app/notes.txt", "text")
          .with("application/e.yaml", config("e"))
          .with("top.yaml", config("top"));

  @Test
  void filesOfTheFolderAndWithRecurseOfAllBelow() {
    assertThat(names(FOLDERS, "app", "{}")).containsExactly("a", "b", "c");
    assertThat(names(FOLDERS, "app", "recurse: true")).containsExactly("a", "b", "c", "d");
    assertThat(names(FOLDERS, "", "{}")).containsExactly("top");
  }

  @Test
  void globsIncludeAndExclude() {
    assertThat(names(FOLDERS, "app", "{recurse: true, include: '*.yaml'}"))
        .containsExactly("b", "d");
    assertThat(names(FOLDERS, "app", "{recurse: true, include: '{a.yml,deep/*}'}"))
        .containsExactly("a", "d");
    assertThat(names(FOLDERS, "app", "{recurse: true, exclude: '{*.yml,deep/**}'}"))
        .containsExactly("b", "c");
    assertThat(names(FOLDERS, "app", "{include: '*.yaml', exclude: 'b*'}")).isEmpty();
  }

  @Test
  void severalDocumentsListsCommentsAndNothing() {
    MemoryTree tree =
        new MemoryTree()
            .with(
                "a.yaml",
                "# first\n---\n" + config("a") + "---\n---\n# none\n---\n" + config("b") + "...\n")
            .with("empty.yaml", "# nothing\n")
            .with(
                "list.yaml",
                """
                apiVersion: v1
                kind: List
                items:
                - {apiVersion: v1, kind: Secret, metadata: {name: s}}
                - apiVersion: v1
                  kind: PodList
                  items: [{apiVersion: v1, kind: Pod, metadata: {name: p}}]
                """)
            .with("nulls.yaml", "apiVersion: v1\nkind: ConfigMapList\nitems:\n");
    assertThat(names(tree, "", "{}")).containsExactly("a", "b", "s", "p");
  }

  @Test
  void fieldsAreReadAsKubernetesReadsThem() {
    MemoryTree tree =
        new MemoryTree()
            .with(
                "a.yaml",
                config("a") + "mode: 0644\nratio: 1.5\non: yes\nnull: ~\nquoted: '0644'\n");
    Map<String, Object> content = read(tree, "", "{}").getFirst().content();
    assertThat(content)
        .containsEntry("mode", 420L)
        .containsEntry("ratio", 1.5)
        .containsEntry("true", true)
        .containsEntry("null", null)
        .containsEntry("quoted", "0644");
  }

  @Test
  void yamlThatIsNoManifestIsPassedOverButABrokenManifestIsNot() {
    MemoryTree tree =
        new MemoryTree()
            .with("a.yaml", config("a"))
            .with("values.yaml", "replicas: 3\n")
            .with("broken.yaml", "{{ not yaml")
            .with("skipped.yaml", "# +argocd:skip-file-rendering\n" + config("x"));
    assertThat(names(tree, "", "{}")).containsExactly("a");

    MemoryTree broken = new MemoryTree().with("b.yaml", config("b") + "data: {\n");
    assertThatThrownBy(() -> names(broken, "", "{}"))
        .isInstanceOf(SourceException.class)
        .hasMessageStartingWith("b.yaml is not valid YAML: line ");
    MemoryTree json = new MemoryTree().with("package.json", "{\"name\": \"x\"}");
    assertThatThrownBy(() -> names(json, "", "{}"))
        .hasMessage("package.json holds an object without a kind");
  }

  @Test
  void tooMuchIsRefused() {
    MemoryTree tree =
        new MemoryTree().with("a.yaml", config("a") + "data: {a: " + "x".repeat(10_000) + "}");
    assertThatThrownBy(() -> names(tree, "", "{}"))
        .hasMessageStartingWith("the manifests in . are more than");
  }

  @Test
  void jsonnetHasArgumentsVariablesAndImports() {
    MemoryTree tree =
        new MemoryTree()
            .with(
                "app/main.jsonnet",
                """
                local shared = import 'shared.libsonnet';
                local beside = import './beside.libsonnet';
                function(name, count=1) [
                  shared.config(name) + { data: { replicas: std.toString(count), b: beside.b } },
                  shared.config(std.extVar('app')) + { n: std.extVar('numbers')[1] },
                ]
                """)
            .with("app/beside.libsonnet", "{ b: importstr '../text.txt' }")
            .with("text.txt", "hello")
            .with(
                "vendor/shared.libsonnet",
                "{ config(name):: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: name } } }");
    List<KubeObject> objects =
        read(
            tree,
            "app",
            """
            jsonnet:
              libs: [vendor]
              tlas: [{name: name, value: one}, {name: count, value: "1 + 2", code: true}]
              extVars:
              - {name: app, value: $ARGOCD_APP_NAME-x}
              - {name: numbers, value: "[1, 2.0]", code: true}
            """);
    assertThat(objects).extracting(KubeObject::name).containsExactly("one", "guestbook-x");
    assertThat(objects.getFirst().content().get("data"))
        .isEqualTo(Map.of("replicas", "3", "b", "hello"));
    assertThat(objects.getLast().content()).containsEntry("n", 2L);
  }

  @Test
  void jsonnetImportsNothingFromOutside() {
    for (String path : List.of("/etc/passwd", "../../../etc/passwd")) {
      MemoryTree tree = new MemoryTree().with("app/a.jsonnet", "importstr '%s'".formatted(path));
      assertThatThrownBy(() -> names(tree, "app", "{}"))
          .isInstanceOf(SourceException.class)
          .hasMessageStartingWith("app/a.jsonnet: import \"" + path + "\": path");
    }
    MemoryTree tree = new MemoryTree().with("a.jsonnet", "{}");
    assertThatThrownBy(() -> names(tree, "", "jsonnet: {libs: [../../x]}"))
        .hasMessage("path \"../../x\" leaves the repository");
  }

  @Test
  void brokenJsonnetIsNamed() {
    MemoryTree tree = new MemoryTree().with("a.jsonnet", "{ a: error 'no luck' }");
    assertThatThrownBy(() -> names(tree, "", "{}"))
        .hasMessageStartingWith("a.jsonnet cannot be evaluated: ")
        .hasMessageContaining("no luck");
    MemoryTree endless =
        new MemoryTree().with("a.jsonnet", "local f(x) = f(x + 1) + 1; { a: f(1) }");
    assertThatThrownBy(() -> names(endless, "", "{}"))
        .hasMessageStartingWith("a.jsonnet cannot be evaluated: ");
    MemoryTree missing = new MemoryTree().with("a.jsonnet", "import 'none.libsonnet'");
    assertThatThrownBy(() -> names(missing, "", "{}")).hasMessageContaining("none.libsonnet");
  }
}
