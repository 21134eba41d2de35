package io.tocsin.controller.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "team-* | team-a | true",
        "team-* | steam-a | false",
        "https://* | https://git.example.com/a | true",
        "{dev,test}-? | test-1 | true",
        "{dev,test}-? | prod-1 | false",
        "[a-c]x | bx | true",
        "[!a-c]x | bx | false",
        "a\\*b | a*b | true",
        "a\\*b | axb | false",
        "a,b | a,b | true",
        "a.c | abc | false",
        "[a | [a | false",
        "{a | {a | false"
      })
  void matches(String pattern, String text, boolean expected) {
    assertThat(Glob.of(pattern).matches(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "https://git.example.com/*, https://git.example.com/team/app, false",
    "https://git.example.com/**, https://git.example.com/team/app, true",
    "https://git.example.com/*/app, https://git.example.com/team/app, true"
  })
  void inPathsAStarStopsAtASlash(String pattern, String text, boolean expected) {
    assertThat(Glob.ofPath(pattern).matches(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{A,B} | A | false", "[^A]* | Bx | true", "Role* | RoleBinding | true"})
  void namesOfKindsKnowNoBraces(String pattern, String text, boolean expected) {
    assertThat(Glob.ofName(pattern).matches(text)).isEqualTo(expected);
  }
}
