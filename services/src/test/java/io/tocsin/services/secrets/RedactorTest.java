package io.tocsin.services.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactorTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "token p@ss/wörd+1 end",
        "?x=p%40ss%2Fw%C3%B6rd%2B1",
        "?x=p%40ss%2fw%c3%b6rd%2b1",
        "basic cEBzcy93w7ZyZCsx",
      })
  void masksASecretInEachForm(String text) {
    assertThat(Redactor.of(Set.of("p@ss/wörd+1")).redact(text))
        .contains("***")
        .doesNotContain("p@ss", "p%40", "cEBz");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?key=a!b%20c&d'%3Ce",
        "?key=a!b%20c&d%27%3Ce",
        "/a!b%20c&d'%3Ce/",
        "{\"key\": \"a!b c\\u0026d'\\u003ce\"}",
        "<p>a!b c&amp;d&#39;&lt;e</p>",
      })
  void masksASecretAsUrlsServersAndPagesWriteIt(String text) {
    assertThat(Redactor.of(Set.of("a!b c&d'<e")).redact(text)).contains("***").doesNotContain("a!");
  }

  @Test
  void masksTheLongerSecretFirst() {
    assertThat(Redactor.of(List.of("abcd", "abcdef")).redact("abcdef abcd")).isEqualTo("*** ***");
  }

  @Test
  void masksEachLineOfAPrivateKey() {
    String key = "-----BEGIN KEY-----\nMIIEpAIBAAKCAQEAxyz\n-----END KEY-----\n";

    assertThat(Redactor.of(Set.of(key)).redact("json \"MIIEpAIBAAKCAQEAxyz\\n\""))
        .isEqualTo("json \"***\\n\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /robot/send?access_token=SECRET&timestamp=1 HTTP/1.1",
        "https://api.telegram.org/bot123:SECRET/sendMessage",
        "https://hooks.slack.com/services/T0/B0/SECRET",
        "https://discord.com/api/webhooks/12/SECRET",
        "Authorization: Bearer SECRET",
        "x-api-key: SECRET",
        "{\"token\": \"SECRET\"}",
        "smtp://me:SECRET@host",
        "grant_type=x&assertion=SECRET",
        "Action=AssumeRoleWithWebIdentity&WebIdentityToken=SECRET&Version=1",
        "<SecretAccessKey>SECRET</SecretAccessKey>",
        "<SessionToken>SECRET</SessionToken>",
        "{\"SecretAccessKey\" : \"SECRET\"}",
      })
  void masksWhereTokensAreKnownToStand(String text) {
    assertThat(Redactor.none().redact(text)).contains("***").doesNotContain("SECRET");
  }

  @Test
  void leavesTheRestAsItIs() {
    String text =
        "Application guestbook: http://argocd.k8s.local/applications?operation=true key=1";

    assertThat(Redactor.of(Set.of("x", " ")).redact(text)).isEqualTo(text);
  }
}
