package io.tocsin.notifier.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.Configurations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretReferencesTest {
  private final SecretReferences references =
      new SecretReferences(
          "service.webhook.x",
          Configurations.source(Map.of(), Map.of("token", "s3cret", "user-name", "jo\n")));

  @Test
  void putsSecretsInEveryString() {
    Map<String, Object> resolved =
        references.resolve(
            Map.of(
                "url",
                "https://example.com/?t=$token",
                "headers",
                List.of(Map.of("name", "A", "value", "Bearer $token")),
                "basicAuth",
                Map.of("username", "$user-name"),
                "retryMax",
                3L));

    assertThat(resolved)
        .containsEntry("url", "https://example.com/?t=s3cret")
        .containsEntry("headers", List.of(Map.of("name", "A", "value", "Bearer s3cret")))
        .containsEntry("basicAuth", Map.of("username", "jo\n"))
        .containsEntry("retryMax", 3L);
    assertThat(references.values()).containsExactlyInAnyOrder("s3cret", "jo");
    assertThat(references.problems()).isEmpty();
  }

  @Test
  void aMissingKeyIsAnErrorWhereItWouldGoOut() {
    references.resolve(
        Map.of(
            "token", "$none",
            "apiUrl", "$host/api",
            "endpoint", "https://example.com/$path",
            "headers", List.of(Map.of("value", "Bearer $bearer"))));

    assertThat(references.problems())
        .hasSize(4)
        .allMatch(problem -> problem.severity() == Problem.Severity.ERROR)
        .extracting(Problem::sentence)
        .contains("refers in headers[0].value to $bearer, but the Secret has no key bearer");
  }

  @Test
  void elsewhereItStaysAsItIsWithAWarning() {
    Map<String, Object> resolved = references.resolve(Map.of("title", "costs $5 a month"));

    assertThat(resolved).containsEntry("title", "costs $5 a month");
    assertThat(references.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING));
  }
}
