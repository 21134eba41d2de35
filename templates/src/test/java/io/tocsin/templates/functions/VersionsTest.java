package io.tocsin.templates.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsTest {
  @Test
  void theGreatestAllowedVersionIsFoundAmongOtherTexts() {
    assertThat(Versions.greatest("^1.2", List.of("1.2.0", "latest", "v1.10.0", "2.0.0", "1.9.9")))
        .contains("v1.10.0");
    assertThat(Versions.greatest("*", List.of("1.0.0-rc.1", "0.9.0"))).contains("0.9.0");
    assertThat(Versions.greatest(">3", List.of("1.0.0"))).isEmpty();
  }

  @Test
  void aConstraintAllowsVersions() {
    assertThat(Versions.allows(">=1.19-0", "v1.30.2-eks")).isTrue();
    assertThat(Versions.allows("~1.2.3", "1.3.0")).isFalse();
    assertThat(Versions.isVersion("1.2")).isTrue();
    assertThat(Versions.isVersion("main")).isFalse();
  }

  @Test
  void whatIsNoConstraintIsRefused() {
    assertThatThrownBy(() -> Versions.allows("about 2", "2.0.0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("improper constraint: about 2");
  }
}
