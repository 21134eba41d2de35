package io.tocsin.controller.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TreePathTest {
  @Test
  void dotsAndDoubledSlashesGo() {
    assertThat(TreePath.normalize("./a//b/../c/")).isEqualTo("a/c");
    assertThat(TreePath.normalize(".")).isEmpty();
    assertThat(TreePath.resolve("a/b", "../c.yaml")).isEqualTo("a/c.yaml");
    assertThat(TreePath.resolve("a/b", "/c.yaml")).isEqualTo("c.yaml");
  }

  @Test
  void whatLeavesTheTreeIsRefused() {
    assertThatThrownBy(() -> TreePath.normalize("a/../../b"))
        .hasMessage("path \"a/../../b\" leaves the repository");
    assertThatThrownBy(() -> TreePath.resolve("a", "../../b"))
        .hasMessage("path \"../../b\" leaves the repository");
    assertThatThrownBy(() -> TreePath.normalize("/a")).hasMessageContaining("absolute");
    assertThatThrownBy(() -> TreePath.normalize("a\\..\\b")).hasMessageContaining("no path may");
  }

  @Test
  void parentsAndNames() {
    assertThat(TreePath.parent("a/b.yaml")).isEqualTo("a");
    assertThat(TreePath.parent("b.yaml")).isEmpty();
    assertThat(TreePath.name("a/b.yaml")).isEqualTo("b.yaml");
    assertThat(TreePath.join("", "b")).isEqualTo("b");
  }
}
