package io.tocsin.services.webhook;

import static io.tocsin.services.testing.Sending.message;
import static io.tocsin.services.testing.Sending.render;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.RetryHints;
import io.tocsin.services.testing.Peer;
import java.time.Duration;
import java.util.Optional;
import okhttp3.mockwebserver.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WebhookServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void sendsHeadersInAnyLanguage() {
    peer.answers(200, "");
    send(webhook("headers: [{name: X-Title, value: 部署}]"), message(""), "x");

    assertThat(peer.next().getHeader("X-Title")).isEqualTo("部署");
  }

  @Test
  void aLineFeedInAHeaderOrAMethodSendsNothing() {
    assertThat(send(webhook("headers: [{name: X-Title, value: \"a\\nB: c\"}]"), message(""), "x"))
        .isEqualTo(
            new Outcome.Rejected("the header X-Title holds characters that no header may hold"));
    assertThat(
            send(
                webhook(""),
                render("webhook: {x: {method: \"POST / HTTP/1.1\\r\\nX: y\\r\\n\\r\\n\"}}"),
                "x"))
        .isEqualTo(new Outcome.Rejected("the method of the request is no word such as POST"));
    assertThat(peer.requests()).isZero();
  }

  @Test
  void masksASecretBeforeItShortensAnAnswer() {
    for (int before = 0; before < 700; before += 7) {
      peer.answers(400, "x".repeat(before) + "s3cr3t-t0ken");

      assertThat(
              send(
                      webhook("headers: [{name: Authorization, value: Bearer s3cr3t-t0ken}]"),
                      message(""),
                      "x")
                  .toString())
          .doesNotContain("s3c");
    }
  }

  @Test
  void masksTheCredentialsOfBasicAuthWhereTheyComeBackAlone() {
    peer.answers(400, "got YXJnbzpwYTU1");

    assertThat(
            send(webhook("basicAuth: {username: argo, password: pa55}"), message(""), "x")
                .toString())
        .contains("got ***");
  }

  @Test
  void sendsTheBodyToTheByteWithTheHeadersAsConfigured() {
    peer.answersJson("{\"errcode\":0,\"errmsg\":\"ok\"}");
    NotificationService robot =
        service(
            "webhook",
            "dingtalk",
            """
            url: %s?access_token=t0ken
            headers:
            - name: Content-Type
              value: application/json
            """
                .formatted(peer.url("/robot/send")));

    Outcome outcome =
        send(
            robot,
            render(
                """
                webhook:
                  dingtalk:
                    method: POST
                    body: |
                      {"msgtype": "text", "text": {"content": "应用 {{.app.metadata.name}}"}}
                """),
            "dingtalk");

    assertThat(outcome).isEqualTo(new Outcome.Delivered());
    assertThat(peer.received())
        .isEqualTo(
            """
            POST /robot/send?access_token=t0ken HTTP/1.1
            Content-Type: application/json

            {"msgtype": "text", "text": {"content": "应用 guestbook"}}
            """);
  }

  @Test
  void getsWhereNoTemplateSaysOtherwise() {
    peer.answers(200, "");
    NotificationService jenkins =
        service(
            "webhook",
            "jenkins",
            """
            url: %s
            basicAuth: {username: argo, password: "1234"}
            """
                .formatted(peer.url("/job/build?token=x")));

    assertThat(send(jenkins, message("hello"), "jenkins")).isEqualTo(new Outcome.Delivered());
    assertThat(peer.received())
        .isEqualTo(
            """
            GET /job/build?token=x HTTP/1.1
            Authorization: Basic YXJnbzoxMjM0

            """);
  }

  @Test
  void rendersPathAndHeadersOfTheTemplate() {
    peer.answers(201, "");
    NotificationService github =
        service("webhook", "github", "url: " + peer.url("/api/?per_page=1"));

    send(
        github,
        render(
            """
            webhook:
              github:
                method: PUT
                path: /repos/{{.app.metadata.name}}?ref={{.app.status.sync.revision}}
                headers:
                - {name: X-App, value: "{{.app.metadata.name}}"}
                body: x
            """),
        "github");

    assertThat(peer.received())
        .isEqualTo(
            "PUT /api/repos/guestbook?per_page=1&ref=abc123 HTTP/1.1\nX-App: guestbook\n\nx");
  }

  @ParameterizedTest
  @CsvSource({
    "401, Rejected",
    "403, Rejected",
    "404, Rejected",
    "400, Rejected",
    "408, Retryable",
    "429, Retryable",
    "500, Retryable",
    "502, Retryable",
    "501, Rejected"
  })
  void tellsWhatMayPassFromWhatMustBeMended(int status, String kind) {
    peer.answers(status, "because");

    Outcome outcome = send(webhook(""), message(""), "x");

    assertThat(outcome.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(outcome.toString()).contains("answered " + status).contains("because");
  }

  @Test
  void honoursRetryAfter() {
    peer.answers(new MockResponse().setResponseCode(429).setHeader("Retry-After", "7"));

    Outcome outcome = send(webhook(""), message(""), "x");

    assertThat(((Outcome.Retryable) outcome).after()).contains(Duration.ofSeconds(7));
  }

  @Test
  void failsOnAnErrorCodeInA200Answer() {
    peer.answersJson("{\"errcode\":310000,\"errmsg\":\"keywords not in content\"}");

    Outcome outcome = send(webhook(""), message(""), "x");

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Rejected(
                "the robot answered errcode 310000 (keyword, signature or IP not allowed: see the"
                    + " robot's security settings): keywords not in content"));
  }

  @Test
  void waitsWhenTheRobotIsThrottled() {
    peer.answersJson("{\"errcode\":130101,\"errmsg\":\"send too fast\"}");

    Outcome outcome = send(webhook(""), message(""), "x");

    assertThat(((Outcome.Retryable) outcome).after()).contains(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"errcode\":\"1\"}", "{\"data\":{\"errcode\":1}}", "[1]", "errcode 1", "{"})
  void takesOnlyATopLevelIntegerForAnErrorCode(String body) {
    peer.answers(200, body);

    assertThat(send(webhook(""), message(""), "x")).isEqualTo(new Outcome.Delivered());
  }

  @Test
  void asksTheConditionForSuccess() {
    peer.answersJson("{\"code\":0}")
        .answersJson("{\"code\":7,\"msg\":\"no\"}")
        .answers(409, "known");
    String code = "success: status == 200 && body.code == 0";

    assertThat(send(webhook(code), message(""), "x")).isEqualTo(new Outcome.Delivered());
    assertThat(send(webhook(code), message(""), "x"))
        .isEqualTo(
            new Outcome.Rejected(
                "the answer does not fulfil success: status == 200 && body.code == 0:"
                    + " {\"code\":7,\"msg\":\"no\"}"));
    assertThat(send(webhook("success: status in [200, 409]"), message(""), "x"))
        .isEqualTo(new Outcome.Delivered());
  }

  @Test
  void takesAnythingForSuccessWhereTheConditionIsTrue() {
    peer.answersJson("{\"errcode\":310000}").answersJson("{\"errcode\":310000}");

    assertThat(send(webhook("success: 'true'"), message(""), "x"))
        .isEqualTo(new Outcome.Delivered());
    assertThat(send(webhook("success: true"), message(""), "x")).isEqualTo(new Outcome.Delivered());
  }

  @Test
  void saysWhereTheConditionFailed() {
    peer.answers(200, "plain text").answers(502, "bad gateway");

    assertThat(send(webhook("success: body.code == 0"), message(""), "x"))
        .isInstanceOf(Outcome.Rejected.class)
        .extracting(Object::toString)
        .asString()
        .contains("plain text");
    assertThat(send(webhook("success: body.code == 0"), message(""), "x"))
        .isInstanceOf(Outcome.Retryable.class);
  }

  @Test
  void offersTheRetriesOfTheOriginal() {
    assertThat(webhook("").retry())
        .contains(new RetryHints(3, Duration.ofSeconds(1), Duration.ofSeconds(5)));
    assertThat(webhook("retryMax: 7\nretryWaitMin: 2000000000\nretryWaitMax: 1m").retry())
        .contains(new RetryHints(7, Duration.ofSeconds(2), Duration.ofMinutes(1)));
  }

  @Test
  void knowsTheLimitsOfKnownRobots() {
    NotificationService robot =
        service("webhook", "d", "url: https://oapi.dingtalk.com/robot/send?access_token=t0ken");

    Limits limits = robot.limits(new Destination("d", ""));

    assertThat(limits.parallelism()).isEqualTo(1);
    assertThat(limits.rate()).isEqualTo(Optional.of(Limits.Rate.perMinute(20)));
    assertThat(limits.bucket()).startsWith("robot:").doesNotContain("t0ken");
  }

  private NotificationService webhook(String more) {
    return service("webhook", "x", "url: " + peer.url("/hook") + "\n" + more);
  }
}
