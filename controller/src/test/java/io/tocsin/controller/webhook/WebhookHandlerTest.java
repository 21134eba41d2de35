package io.tocsin.controller.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.runtime.KubeObject;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookHandlerTest {
  private static final String PUSH =
      """
      {"ref": "refs/heads/main", "repository": {"html_url": "https://github.com/acme/shop"}}""";

  @Test
  void whatNobodySendsIsUnknown() {
    try (Sent sent = Sent.to(Map.of())) {
      assertThat(sent.post("{}")).isEqualTo("400 Unknown webhook event");
    }
  }

  @Test
  void onlyAPostIsAWebhook() {
    try (Sent sent = Sent.to(Map.of())) {
      assertThat(sent.send(HttpRequest.newBuilder().GET()))
          .isEqualTo("405 a webhook must be a POST");
    }
  }

  @Test
  void aPayloadThatIsNoJsonIsRefused() {
    try (Sent sent = Sent.to(Map.of())) {
      assertThat(sent.post("payload=%7B%7D", "X-GitHub-Event", "push"))
          .isEqualTo(
              "400 the payload must be JSON;"
                  + " set the webhook's content type to application/json");
      assertThat(sent.post("[]", "X-GitHub-Event", "push"))
          .isEqualTo("400 the payload must be a JSON object");
    }
  }

  @Test
  void aPayloadMayBeAsLargeAsTheLimitAndNoLarger() {
    try (Sent sent = Sent.to(Map.of())) {
      String most = PUSH + " ".repeat((1 << 20) - PUSH.length());
      assertThat(sent.post(most, "X-GitHub-Event", "push")).isEqualTo("200");
      assertThat(sent.post(most + " ", "X-GitHub-Event", "push"))
          .isEqualTo("400 the payload must have at most 1 MB (webhook.maxPayloadSizeMB)");
    }
  }

  @Test
  void aFullQueueIsSaid() {
    try (Sent sent = Sent.blocked(1)) {
      String answer = "200";
      for (int i = 0; i < 3 && answer.equals("200"); i++) {
        answer = sent.post(PUSH, "X-GitHub-Event", "push");
      }
      assertThat(answer).isEqualTo("503 Queue is full, discarding webhook payload");
    }
  }

  @Test
  void aSecretMayStandUnderAnotherKey() {
    WebhookSecrets secrets =
        WebhookSecrets.of(
            new KubeObject(
                Map.of(
                    "data",
                    Map.of(
                        "webhook.github.secret",
                        "JGhvb2s=",
                        "hook",
                        "czNjcmV0",
                        "other",
                        "eA=="))));

    assertThat(secrets.value("github.secret")).isEqualTo("s3cret");
    assertThat(secrets).hasToString("secrets of [webhook.github.secret]");
  }
}
