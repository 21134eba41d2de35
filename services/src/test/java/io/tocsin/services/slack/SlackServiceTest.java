package io.tocsin.services.slack;

import static io.tocsin.services.testing.Sending.message;
import static io.tocsin.services.testing.Sending.render;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.spi.ServiceState;
import io.tocsin.services.testing.Peer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.mockwebserver.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SlackServiceTest {
  private static final String POSTED =
      "{\"ok\":true,\"channel\":\"C123\",\"ts\":\"1503435956.000247\"}";
  private static final String THREADED =
      """
      message: Application {{.app.metadata.name}} is synced
      slack: {groupingKey: "{{.app.status.sync.revision}}", deliveryPolicy: %s, notifyBroadcast: true}
      """;

  private final Peer peer = Peer.start();
  private final Map<String, String> memory = new HashMap<>();

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void postsAMessage() {
    peer.answersJson(POSTED);

    assertThat(send(slack(""), message("Hello, world"), "slack:my_channel"))
        .isEqualTo(new Outcome.Delivered());
    assertThat(peer.received())
        .isEqualTo(
            """
            POST /api/chat.postMessage HTTP/1.1
            Content-Type: application/json; charset=utf-8
            Authorization: Bearer xoxb-1234

            {"channel":"my_channel","text":"Hello, world"}\
            """);
  }

  @Test
  void postsBlocksAndAttachmentsUnderANameOfItsOwn() {
    peer.answersJson(POSTED);

    send(
        slack("username: argocd\nicon: ':robot_face:'\ndisableUnfurl: true"),
        render(
            """
            message: m
            slack:
              username: testbot
              icon: https://example.com/image.png
              attachments: '[{"title": "{{.app.metadata.name}}", "color": "#18be52"}]'
              blocks: '[{"type": "divider"}]'
            """),
        "slack:general");

    assertThat(peer.received())
        .endsWith(
            "{\"channel\":\"general\",\"text\":\"m\",\"username\":\"testbot\","
                + "\"icon_url\":\"https://example.com/image.png\","
                + "\"attachments\":[{\"title\":\"guestbook\",\"color\":\"#18be52\"}],"
                + "\"blocks\":[{\"type\":\"divider\"}],"
                + "\"unfurl_links\":false,\"unfurl_media\":false}");
  }

  @Test
  void continuesTheThreadOfAGroupingKeyAfterARestart() {
    peer.answersJson(POSTED).answersJson(POSTED);

    send(slack(""), render(THREADED.formatted("Post")), "slack:general");
    send(slack(""), render(THREADED.formatted("Post")), "slack:general");

    assertThat(peer.received()).doesNotContain("thread_ts").doesNotContain("reply_broadcast");
    assertThat(peer.received())
        .contains("\"thread_ts\":\"1503435956.000247\",\"reply_broadcast\":true");
    assertThat(memory).containsValue("C123|1503435956.000247");
  }

  @Test
  void updatesTheMessageThatBeganTheThread() {
    peer.answersJson(POSTED).answersJson("{\"ok\":true}");

    send(slack(""), render(THREADED.formatted("Update")), "slack:general");
    send(slack(""), render(THREADED.formatted("Update")), "slack:general");

    assertThat(peer.received()).startsWith("POST /api/chat.postMessage ");
    assertThat(peer.received())
        .startsWith("POST /api/chat.update ")
        .contains("{\"channel\":\"C123\",\"ts\":\"1503435956.000247\",\"text\":");
    assertThat(peer.requests()).isEqualTo(2);
  }

  @Test
  void updatesFirstSoThatASecondAttemptPostsNothingTwice() {
    memory.put("slack/general/abc123", "C123|1.2");
    peer.answersJson("{\"ok\":true}").answersJson(POSTED);

    send(slack(""), render(THREADED.formatted("PostAndUpdate")), "slack:general");

    assertThat(peer.received()).startsWith("POST /api/chat.update ");
    assertThat(peer.received()).startsWith("POST /api/chat.postMessage ");
  }

  @Test
  void beginsAnewWhereTheThreadIsGone() {
    memory.put("slack/general/abc123", "C123|1.2");
    peer.answersJson("{\"ok\":false,\"error\":\"message_not_found\"}").answersJson(POSTED);

    Outcome outcome = send(slack(""), render(THREADED.formatted("Update")), "slack:general");

    assertThat(outcome).isEqualTo(new Outcome.Delivered());
  }

  @Test
  void saysWhatToDoAboutAnError() {
    peer.answersJson("{\"ok\":false,\"error\":\"not_in_channel\"}")
        .answersJson("{\"ok\":false,\"error\":\"internal_error\"}");

    assertThat(send(slack(""), message("x"), "slack:general"))
        .isEqualTo(
            new Outcome.Rejected("slack answered not_in_channel (invite the bot to the channel)"));
    assertThat(send(slack(""), message("x"), "slack:general"))
        .isInstanceOf(Outcome.Retryable.class);
  }

  @Test
  void waitsAsLongAsSlackAsks() {
    peer.answers(
        new MockResponse()
            .setResponseCode(429)
            .setHeader("Retry-After", "30")
            .setBody("{\"ok\":false,\"error\":\"ratelimited\"}"));

    Outcome outcome = send(slack(""), message("x"), "slack:general");

    assertThat(((Outcome.Retryable) outcome).after()).contains(Duration.ofSeconds(30));
  }

  @Test
  void rejectsBlocksThatAreNoJson() {
    Outcome outcome = send(slack(""), render("message: m\nslack: {blocks: '[{'}"), "slack:general");

    assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
    assertThat(outcome.toString()).contains("slack.blocks: ").contains("line 1");
    assertThat(peer.requests()).isZero();
  }

  private NotificationService slack(String more) {
    return service(
        "slack",
        "slack",
        "token: xoxb-1234\napiURL: " + peer.url("/api/") + "\n" + more,
        context -> context.withState(new Memory(memory)));
  }

  private record Memory(Map<String, String> entries) implements ServiceState {
    @Override
    public Optional<String> get(String key) {
      return Optional.ofNullable(entries.get(key));
    }

    @Override
    public void put(String key, String value) {
      entries.put(key, value);
    }
  }
}
