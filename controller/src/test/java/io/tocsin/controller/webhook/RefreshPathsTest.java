package io.tocsin.controller.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshPathsTest {
  @ParameterizedTest
  @CsvSource({
    "., apps/shop, apps/shop/values.yaml, true",
    "., apps/shop, apps/shop2/values.yaml, false",
    "., apps/shop, other/values.yaml, false",
    "..; /shared, apps/shop, apps/values.yaml, true",
    "..; /shared, apps/shop, shared/a/b.yaml, true",
    "/shared, apps/shop, apps/shop/values.yaml, false",
    "values.yaml, apps/shop, apps/shop/values.yaml, true",
    "/apps/*/prod.yaml, apps/shop, apps/any/prod.yaml, true",
    "/apps/*/prod.yaml, apps/shop, apps/any/deep/prod.yaml, false",
    "/, apps/shop, README.md, true",
    "'', apps/shop, README.md, true",
    "../../.., apps/shop, README.md, true",
  })
  void aFileConcernsTheApplicationOrNot(
      String annotation, String sourcePath, String file, boolean concerned) {
    assertThat(RefreshPaths.of(annotation, sourcePath).concern(List.of(file))).isEqualTo(concerned);
  }

  @Test
  void oneFileOfManyIsEnough() {
    assertThat(RefreshPaths.of(".", "shop").concern(List.of("README.md", "shop/a.yaml"))).isTrue();
  }

  @Test
  void aSenderThatNamesNoFilesConcernsAll() {
    assertThat(RefreshPaths.of(".", "shop").concern(List.of())).isTrue();
  }
}
