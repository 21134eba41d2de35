package io.tocsin.notifier.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DingTalkRobotTest {
  private static final Instant NOW = Instant.ofEpochMilli(1_577_262_236_757L);
  private static final String MESSAGE = "{\"msgtype\":\"text\",\"text\":{\"content\":\"ArgoCD\"}}";

  /** HMAC-SHA256 of "1577262236757\\nthis is secret" by that secret, from Python's hmac module. */
  private static final String SIGN = "hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=";

  private DingTalkRobot robot;

  @AfterEach
  void close() {
    robot.close();
  }

  @Test
  void takesAMessageWithTheKeyword() throws IOException, InterruptedException {
    start(Optional.of("ArgoCD"), Optional.empty());

    assertThat(send("access_token=t", MESSAGE)).isEqualTo("{\"errcode\":0,\"errmsg\":\"ok\"}");
    assertThat(send("access_token=t", MESSAGE.replace("ArgoCD", "hi")))
        .startsWith("{\"errcode\":310000,\"errmsg\":\"keywords not in content");
  }

  @Test
  void refusesAnotherTokenAndWhatIsNoMessage() throws IOException, InterruptedException {
    start(Optional.empty(), Optional.empty());

    assertThat(send("access_token=x", MESSAGE)).startsWith("{\"errcode\":300005");
    assertThat(send("access_token=t", "{")).startsWith("{\"errcode\":40035");
    assertThat(send("access_token=t", "{}")).startsWith("{\"errcode\":400101");
  }

  @Test
  void wantsASignatureWhenASecretIsSet() throws IOException, InterruptedException {
    start(Optional.empty(), Optional.of("this is secret"));
    String signed =
        "access_token=t&timestamp=1577262236757&sign="
            + URLEncoder.encode(SIGN, StandardCharsets.UTF_8);

    assertThat(send(signed, MESSAGE)).startsWith("{\"errcode\":0");
    assertThat(send("access_token=t", MESSAGE)).contains("310000").contains("sign not match");
    assertThat(send(signed.replace("1577262236757", "1577262236758"), MESSAGE))
        .contains("sign not match");
    assertThat(send(signed.replace("1577262236757", "1577200000000"), MESSAGE))
        .contains("invalid timestamp");
  }

  @Test
  void throttlesMoreThanTwentyInAMinute() throws IOException, InterruptedException {
    start(Optional.empty(), Optional.empty());
    for (int i = 0; i < 20; i++) {
      assertThat(send("access_token=t", MESSAGE)).startsWith("{\"errcode\":0");
    }

    assertThat(send("access_token=t", MESSAGE)).startsWith("{\"errcode\":130101");
  }

  private void start(Optional<String> keyword, Optional<String> secret) {
    robot =
        new DingTalkRobot(
            new DingTalkRobot.Settings("t", keyword, secret),
            request -> {},
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private String send(String query, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(robot.url() + "/robot/send?" + query))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      assertThat(response.statusCode()).isEqualTo(200);
      return response.body();
    }
  }
}
