package io.tocsin.controller.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two URLs are one repository's, and how they are shown. */
class GitUrlsTest {
  @ParameterizedTest
  @CsvSource({
    "https://github.com/Org/App.git, https://github.com/org/app",
    "git@github.com:org/app.git, ssh://git@github.com/org/app",
    "' https://host/a ', https://host/a",
    "ssh://git@host:2222/a.git, SSH://git@HOST:2222/A"
  })
  void areTheSame(String left, String right) {
    assertThat(GitUrls.same(left, right)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/org/app, git@github.com:org/app",
    "https://host/a, https://host/b",
    "https://host/a, http://host/a",
    "ssh://git@host:2222/a, git@host:a"
  })
  void areNot(String left, String right) {
    assertThat(GitUrls.same(left, right)).isFalse();
  }

  @Test
  void usersAndPasswordsAreNotShown() {
    assertThat(GitUrls.show("https://ann:pw@host/a")).isEqualTo("https://host/a");
    assertThat(GitUrls.show("https://token@host/a")).isEqualTo("https://host/a");
    assertThat(GitUrls.show("git@host:a/b")).isEqualTo("git@host:a/b");
    assertThat(GitUrls.host("git@Host.example:a/b")).isEqualTo("host.example");
  }
}
