package io.tocsin.services.telegram;

import static io.tocsin.services.testing.Sending.message;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.testing.Peer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TelegramServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "channel; \"chat_id\":\"@channel\"",
        "@channel; \"chat_id\":\"@channel\"",
        "-1000000000000; \"chat_id\":-1000000000000",
        "-1000000000000|2; \"chat_id\":-1000000000000,\"message_thread_id\":2",
        "12345; \"chat_id\":12345",
      })
  void sendsToChatsChannelsAndThreads(String recipient, String chat) {
    peer.answersJson("{\"ok\":true}");

    assertThat(send(telegram(), message("*hi*"), "telegram:" + recipient))
        .isEqualTo(new Outcome.Delivered());
    assertThat(peer.received())
        .isEqualTo(
            "POST /bot123:abc/sendMessage HTTP/1.1\nContent-Type: application/json\n\n{"
                + chat
                + ",\"text\":\"*hi*\",\"parse_mode\":\"Markdown\"}");
  }

  @Test
  void saysAgainWithoutMarkdownWhatIsNoGoodMarkdown() {
    peer.answers(
            400,
            "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: can't parse entities\"}")
        .answersJson("{\"ok\":true}");

    assertThat(send(telegram(), message("my_app"), "telegram:c"))
        .isEqualTo(new Outcome.Delivered());
    peer.next();
    assertThat(peer.received()).endsWith("{\"chat_id\":\"@c\",\"text\":\"my_app\"}");
  }

  @Test
  void waitsAsLongAsTelegramAsks() {
    peer.answers(
        429,
        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 5\","
            + "\"parameters\":{\"retry_after\":5}}");

    assertThat(((Outcome.Retryable) send(telegram(), message("x"), "telegram:c")).after())
        .contains(Duration.ofSeconds(5));
  }

  @Test
  void rejectsAWrongToken() {
    peer.answers(401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");

    assertThat(send(telegram(), message("x"), "telegram:c"))
        .isEqualTo(new Outcome.Rejected("telegram answered 401: Unauthorized"));
  }

  private NotificationService telegram() {
    return service("telegram", "telegram", "token: '123:abc'\napiURL: " + peer.root());
  }
}
