package io.tocsin.templates.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VersionTagsTest {
  private static final List<String> TAGS =
      List.of("v1.2.0", "1.10.0", "v1.9.0", "2.0.0-rc.1", "latest", "v0.9");

  @Test
  void theGreatestOfARangeIsAsItWasWritten() {
    assertThat(VersionTags.greatest("1.x", TAGS)).contains("1.10.0");
    assertThat(VersionTags.greatest("<1.10", TAGS)).contains("v1.9.0");
    assertThat(VersionTags.greatest(">=2.0.0-0", TAGS)).contains("2.0.0-rc.1");
    assertThat(VersionTags.greatest("*", TAGS)).contains("1.10.0");
    assertThat(VersionTags.greatest("^3", TAGS)).isEmpty();
    assertThat(VersionTags.greatest("main", TAGS)).isEmpty();
  }

  @Test
  void aPlainVersionIsNoRange() {
    assertThat(VersionTags.isRange("1.x")).isTrue();
    assertThat(VersionTags.isRange("~1.2")).isTrue();
    assertThat(VersionTags.isRange("v1.2.3")).isFalse();
    assertThat(VersionTags.isRange("1.2")).isFalse();
    assertThat(VersionTags.isRange("main")).isFalse();
  }
}
