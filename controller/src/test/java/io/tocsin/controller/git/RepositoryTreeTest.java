package io.tocsin.controller.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.controller.tree.FileTree;
import io.tocsin.controller.tree.FileTree.Entry;
import io.tocsin.controller.tree.FileTree.Kind;
import io.tocsin.controller.tree.SourceException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be read of a commit, and what cannot. */
class RepositoryTreeTest {
  @TempDir Path folder;
  private Origin origin;
  private Bench bench;
  private FileTree tree;
  private String label;

  @BeforeEach
  void aTree() throws Exception {
    origin = Origin.in(folder.resolve("origins/app"));
    Map<String, String> files = new LinkedHashMap<>();
    files.put("top.yaml", "top");
    files.put("app/a.yaml", "a");
    files.put("app/b/c.yaml", "c");
    files.put("app/up", "->../top.yaml");
    files.put("app/d", "->b");
    files.put("app/nothing", "->none");
    files.put("bad/absolute", "->/etc/passwd");
    files.put("bad/above", "->../../../etc/passwd");
    files.put("bad/zig", "->../app/../../secret");
    files.put("bad/round", "->round");
    files.put("big.yaml", "x".repeat(2000));
    String commit = origin.commit("files", files);
    bench = new Bench(folder, settings -> settings.withLimits(1 << 20, 1000));
    tree = bench.repositories.tree(RepositoryId.of(origin.url()), commit);
    label = origin.url() + " at " + commit.substring(0, 7);
  }

  @AfterEach
  void close() {
    bench.close();
    origin.close();
  }

  @Test
  void foldersListWhatTheyHold() {
    assertThat(tree.list("app"))
        .containsExactly(
            new Entry("a.yaml", Kind.FILE),
            new Entry("b", Kind.FOLDER),
            new Entry("d", Kind.LINK),
            new Entry("nothing", Kind.LINK),
            new Entry("up", Kind.LINK));
    assertThat(tree.list("")).extracting(Entry::name).contains("app", "bad", "top.yaml");
    assertThatThrownBy(() -> tree.list("none"))
        .isInstanceOf(SourceException.class)
        .hasMessage("there is no folder none in " + label);
  }

  @Test
  void aWalkFollowsLinksToFilesAlone() {
    assertThat(tree.walk("app")).containsExactly("app/a.yaml", "app/b/c.yaml", "app/up");
  }

  @Test
  void linksInsideAreFollowedInTheMiddleOfAPathToo() {
    assertThat(tree.text("app/up")).isEqualTo("top");
    assertThat(tree.text("app/d/c.yaml")).isEqualTo("c");
    assertThat(tree.isFolder("app/d")).isTrue();
    assertThat(tree.isFile("app/nothing")).isFalse();
  }

  @Test
  void linksThatLeaveTheRepositoryAreRefused() {
    for (String name : new String[] {"absolute", "above", "zig"}) {
      assertThatThrownBy(() -> tree.read("bad/" + name))
          .hasMessage("bad/%s in %s is a link that leads out of the repository", name, label);
    }
    assertThatThrownBy(() -> tree.walk("bad")).hasMessageContaining("leads out of the repository");
    assertThatThrownBy(() -> tree.read("bad/round"))
        .hasMessage("the links of bad/round in %s go round", label);
  }

  @Test
  void pathsThatLeaveTheRepositoryAreRefused() {
    assertThatThrownBy(() -> tree.list("../..")).hasMessage("path \"../..\" leaves the repository");
    assertThatThrownBy(() -> tree.read("app/../../x"))
        .hasMessage("path \"app/../../x\" leaves the repository");
    assertThatThrownBy(() -> tree.read("/etc/passwd"))
        .hasMessageStartingWith("path \"/etc/passwd\" is absolute");
    assertThat(tree.text("app/b/../a.yaml")).isEqualTo("a");
  }

  @Test
  void aHugeFileIsRefusedBeforeItIsRead() {
    assertThatThrownBy(() -> tree.read("big.yaml"))
        .hasMessage("big.yaml in %s has 2000 bytes, more than the 1000 that are read", label);
    assertThatThrownBy(() -> tree.read("none")).hasMessage("there is no file none in " + label);
  }
}
