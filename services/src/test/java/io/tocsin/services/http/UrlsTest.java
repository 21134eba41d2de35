package io.tocsin.services.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UrlsTest {
  @ParameterizedTest
  @CsvSource({
    "http://h/a, b, http://h/a/b",
    "http://h/a/, /b, http://h/a/b",
    "http://h, b?x=y, http://h/b?x=y",
    "http://h/a, ?x=y, http://h/a?x=y",
    "http://h/a/, ?x=y, http://h/a/?x=y",
    "http://h/a?t=1, ?x=y, http://h/a?t=1&x=y",
    "http://h/a?t=1, /b, http://h/a/b?t=1",
    "http://h/a?t=1, b?x=y, http://h/a/b?t=1&x=y",
  })
  void appendsPathsAndQueries(String url, String more, String joined) {
    assertThat(Urls.append(url, more)).isEqualTo(joined);
  }
}
