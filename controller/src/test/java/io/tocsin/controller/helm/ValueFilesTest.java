package io.tocsin.controller.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.controller.helm.chart.FileTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValueFilesTest {
  private static final FileTree REPOSITORY =
      Charts.files(
          "apps/shop/values.yaml", "",
          "apps/shop/env/a.yaml", "",
          "apps/shop/env/b.yaml", "",
          "apps/shop/env/deep/c.yaml", "",
          "common/shop.yaml", "");
  private static final FileTree OTHER = Charts.files("shop/prod.yaml", "from: other");
  private static final SourceFiles FILES =
      new SourceFiles(
          REPOSITORY,
          "apps/shop",
          Map.of("$values", OTHER),
          url -> ("url: " + url).getBytes(StandardCharsets.UTF_8),
          Set.of("https"));
  private static final ValueFiles VALUE_FILES =
      new ValueFiles(FILES, new BuildEnvironment(Map.of("ARGOCD_APP_NAME", "shop")));

  private static List<String> resolve(boolean ignoreMissing, String... names) {
    return VALUE_FILES.resolve(List.of(names), ignoreMissing).stream()
        .map(ValueFile::name)
        .toList();
  }

  @Test
  void aPathIsRelativeToTheChartOrFromTheRoot() {
    assertThat(resolve(false, "values.yaml", "./env/../env/a.yaml", "../../common/shop.yaml"))
        .containsExactly("apps/shop/values.yaml", "apps/shop/env/a.yaml", "common/shop.yaml");
    assertThat(resolve(false, "/common/$ARGOCD_APP_NAME.yaml")).containsExactly("common/shop.yaml");
  }

  @Test
  void aPathMayBeOfAnotherSource() {
    assertThat(resolve(false, "$values/$ARGOCD_APP_NAME/prod.yaml"))
        .containsExactly("$values/shop/prod.yaml");
    assertThat(VALUE_FILES.text("$values/shop/prod.yaml")).isEqualTo("from: other");
  }

  @Test
  void aPatternFindsFilesInOrderLessThoseThatAreNamed() {
    assertThat(resolve(false, "env/*.yaml", "values.yaml", "env/a.yaml"))
        .containsExactly("apps/shop/env/b.yaml", "apps/shop/values.yaml", "apps/shop/env/a.yaml");
    assertThat(resolve(false, "env/**.yaml")).hasSize(3);
    assertThat(resolve(false, "env/**/*.yaml")).hasSize(3);
  }

  @Test
  void whatIsMissingIsAnErrorUnlessThatIsAllowed() {
    assertThat(resolve(true, "none.yaml", "none*.yaml", "values.yaml"))
        .containsExactly("apps/shop/values.yaml");
    assertThatThrownBy(() -> resolve(false, "none*.yaml"))
        .hasMessage("source.helm.valueFiles: none*.yaml matches no file");
    assertThatThrownBy(() -> VALUE_FILES.text("none.yaml"))
        .hasMessage("the values file apps/shop/none.yaml does not exist");
  }

  @Test
  void nothingOutsideTheRepositoryIsRead() {
    assertThatThrownBy(() -> resolve(true, "../../../x.yaml"))
        .hasMessage("the values file apps/shop/../../../x.yaml leads out of the repository");
    assertThatThrownBy(() -> resolve(true, "$values/../x.yaml"))
        .hasMessage("the values file ../x.yaml leads out of the repository");
  }

  @Test
  void aUrlIsReadWhereItsSchemeIsAllowed() {
    assertThat(resolve(false, "https://example.com/v.yaml"))
        .containsExactly("https://example.com/v.yaml");
    assertThat(VALUE_FILES.text("https://example.com/v.yaml"))
        .isEqualTo("url: https://example.com/v.yaml");
    assertThatThrownBy(() -> resolve(false, "file:///etc/passwd"))
        .hasMessage("the values file file:///etc/passwd has the scheme file, which is not allowed");
  }
}
