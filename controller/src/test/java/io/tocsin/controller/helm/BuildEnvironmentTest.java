package io.tocsin.controller.helm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildEnvironmentTest {
  private static final BuildEnvironment ENVIRONMENT =
      BuildEnvironment.of(
          "shop", "apps", "team", "0123456789abcdef", "https://git/x", "charts/shop", "main");

  @ParameterizedTest
  @CsvSource({
    "$ARGOCD_APP_NAME-x, shop-x",
    "${ARGOCD_APP_NAME}x, shopx",
    "$ARGOCD_APP_NAMESPACE/$ARGOCD_APP_PROJECT_NAME, apps/team",
    "$ARGOCD_APP_REVISION, 0123456789abcdef",
    "$ARGOCD_APP_REVISION_SHORT, 0123456",
    "$ARGOCD_APP_REVISION_SHORT_8, 01234567",
    "$ARGOCD_APP_SOURCE_REPO_URL, https://git/x",
    "$ARGOCD_APP_SOURCE_PATH, charts/shop",
    "$ARGOCD_APP_SOURCE_TARGET_REVISION, main",
    "a$UNKNOWN.b, a.b",
    "$$HOME, $HOME",
    "cost: 5$, cost: 5$",
    "a$-b, ab",
    "a$ b, a$ b",
    "a${, a",
    "plain, plain"
  })
  void aVariableIsReplaced(String text, String result) {
    assertThat(ENVIRONMENT.substitute(text)).isEqualTo(result);
  }
}
