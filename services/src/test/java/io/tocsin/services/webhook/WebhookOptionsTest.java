package io.tocsin.services.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.testing.Sending;
import org.junit.jupiter.api.Test;

final class WebhookOptionsTest {
  @Test
  void warnsOfAnUnknownKeyWithTheNearestName() {
    assertThat(Sending.read("webhook", "x", "url: http://x\nretryMaxx: 3").warnings())
        .containsExactly("service.webhook.x: unknown key retryMaxx; did you mean retryMax?");
    assertThat(
            Sending.read("webhook", "x", "url: http://x\nheaders: [{name: a, valeu: b}]")
                .warnings())
        .containsExactly("service.webhook.x: headers[0]: unknown key valeu; did you mean value?");
  }

  @Test
  void namesTheKeyOfAWrongType() {
    assertThat(
            Sending.read("webhook", "x", "url: [a]\nheaders: b\nretryMax: many\nretryWaitMin: soon")
                .errors())
        .containsExactly(
            "service.webhook.x: url must be a text, not a list of 1",
            "service.webhook.x: headers must be a list, not a text of 1 characters",
            "service.webhook.x: retryWaitMin must be a duration such as 5s or 1m30s, not a text of"
                + " 4 characters",
            "service.webhook.x: retryMax must be a whole number, not a text of 4 characters");
  }

  @Test
  void needsAUrl() {
    assertThat(Sending.read("webhook", "webhook", "").errors())
        .containsExactly("service.webhook: url is missing");
    assertThat(Sending.read("webhook", "x", "url: example.com").errors())
        .containsExactly(
            "service.webhook.x: url must be a URL that begins with http:// or https://");
  }
}
