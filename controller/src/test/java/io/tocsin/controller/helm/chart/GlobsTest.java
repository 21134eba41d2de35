package io.tocsin.controller.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobsTest {
  @ParameterizedTest
  @CsvSource({
    "*.yaml, a.yaml, true",
    "*.yaml, d/a.yaml, false",
    "**.yaml, d/a.yaml, true",
    "d/**, d/e/f, true",
    "d/*/f, d/e/f, true",
    "d/?, d/e, true",
    "[a-c].md, b.md, true",
    "[!a-c].md, b.md, false",
    "'{a,b}/x', b/x, true",
    "'{a,b}/x', c/x, false",
    "a.b, axb, false",
    "a+(b), a+(b), true",
    "[, [, true"
  })
  void aPatternOfPathsMatchesOrNot(String glob, String path, boolean matches) {
    assertThat(Globs.path(glob).matcher(path).matches()).isEqualTo(matches);
  }
}
