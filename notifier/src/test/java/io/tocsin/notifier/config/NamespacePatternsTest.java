package io.tocsin.notifier.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamespacePatternsTest {
  private final NamespacePatterns patterns =
      NamespacePatterns.of(List.of("team-a", "app-*", "/^prod-[0-9]+$/", "x?z"));

  @Test
  void takesNamesGlobsAndRegularExpressions() {
    assertThat(patterns.matches("team-a")).isTrue();
    assertThat(patterns.matches("app-blue")).isTrue();
    assertThat(patterns.matches("prod-12")).isTrue();
    assertThat(patterns.matches("xyz")).isTrue();
  }

  @Test
  void takesNothingElse() {
    assertThat(patterns.matches("team-ab")).isFalse();
    assertThat(patterns.matches("my-app-blue")).isFalse();
    assertThat(patterns.matches("prod-x")).isFalse();
    assertThat(patterns.matches("xz")).isFalse();
  }
}
