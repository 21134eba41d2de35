package io.tocsin.services.discord;

import static io.tocsin.services.testing.Sending.message;
import static io.tocsin.services.testing.Sending.render;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.testing.Peer;
import java.time.Duration;
import okhttp3.mockwebserver.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DiscordServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void executesAWebhook() {
    peer.answers(204, "");

    assertThat(
            send(
                discord(),
                render(
                    """
                    message: "{{.app.metadata.name}} @everyone"
                    discord:
                      embeds: '[{"title": "t"}]'
                      threadId: 42
                    """),
                "discord"))
        .isEqualTo(new Outcome.Delivered());
    assertThat(peer.received())
        .isEqualTo(
            """
            POST /api/webhooks/223704706495545344/abc?thread_id=42 HTTP/1.1
            Content-Type: application/json

            {"content":"guestbook @everyone","username":"Argo","embeds":[{"title":"t"}],\
            "allowed_mentions":{"parse":[]}}\
            """);
  }

  @Test
  void waitsAsLongAsDiscordAsks() {
    peer.answers(
        new MockResponse()
            .setResponseCode(429)
            .setHeader("Retry-After", "0.65")
            .setBody("{\"message\":\"You are being rate limited.\",\"retry_after\":0.65}"));

    assertThat(((Outcome.Retryable) send(discord(), message("x"), "discord")).after())
        .contains(Duration.ofMillis(650));
  }

  private NotificationService discord() {
    return service(
        "discord",
        "discord",
        "{url: '" + peer.url("/api/webhooks/223704706495545344/abc") + "', username: Argo}");
  }
}
