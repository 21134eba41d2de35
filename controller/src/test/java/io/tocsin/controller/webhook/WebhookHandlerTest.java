package io.tocsin.controller.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.controller.runtime.KubeObject;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookHandlerTest {
  private static final String PUSH =
      """
      {"ref": "refs/heads/main", "repository": {"html_url": "https://github.com/acme/shop"}}""";

  private static final String SPEC =
      """
      {"source": {"repoURL": "https://github.com/acme/shop.git", "targetRevision": "main",
                  "path": "shop"}}""";

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
  void nobodyIsBelievedBeforeTheSecretsAreKnown() {
    try (Sent sent = Sent.early()) {
      assertThat(sent.post(PUSH, "X-GitHub-Event", "push"))
          .isEqualTo("503 the secrets are not known yet");
    }
  }

  @Test
  void beyondTheThresholdRefreshesArePutOff() {
    WebhookSettings settings = new WebhookSettings(1, Duration.ofHours(10), 2);
    try (Sent sent = Sent.to(Map.of(), settings)) {
      for (int i = 0; i < 5; i++) {
        sent.application("shop-" + i, SPEC);
      }
      assertThat(sent.post(PUSH, "X-GitHub-Event", "push")).isEqualTo("200");
      await().until(() -> sent.refreshed().size() == 2);
      await().until(() -> sent.forgotten().size() == 6);
      assertThat(sent.refreshed()).containsExactlyInAnyOrder("argocd/shop-0", "argocd/shop-1");
    }
  }

  @Test
  void requestsAndAnswersAreCounted() {
    try (Sent sent = Sent.to(Map.of())) {
      sent.application("shop", SPEC).application("shop2", SPEC);
      sent.post("{}");
      sent.post(PUSH, "X-GitHub-Event", "push");
      sent.post(PUSH.replace("acme", "stranger"), "X-GitHub-Event", "push");

      assertThat(sent.count("tocsin_webhook_answers_total", "code", "400")).isEqualTo(1);
      assertThat(sent.count("tocsin_webhook_answers_total", "code", "200")).isEqualTo(2);
      await().until(() -> sent.refreshed().size() == 2);
      assertThat(
              sent.count("argocd_webhook_requests_total", "repo", "https://github.com/acme/shop"))
          .isEqualTo(1);
    }
  }

  @Test
  void settingsAreThoseOfArgoCd() {
    assertThat(WebhookSettings.of(Map.of())).isEqualTo(WebhookSettings.DEFAULT);
    assertThat(
            WebhookSettings.of(
                Map.of(
                    "webhook.maxPayloadSizeMB", "3",
                    "webhook.refresh.jitter", "60s",
                    "webhook.refresh.jitter.threshold", "0")))
        .isEqualTo(new WebhookSettings(3, Duration.ofSeconds(60), 0));
    assertThat(
            WebhookSettings.of(
                Map.of(
                    "webhook.maxPayloadSizeMB", "0",
                    "webhook.refresh.jitter", "soon",
                    "webhook.refresh.jitter.threshold", "-1")))
        .isEqualTo(WebhookSettings.DEFAULT);
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
