package io.tocsin.services.wecom;

import static io.tocsin.services.testing.Sending.message;
import static io.tocsin.services.testing.Sending.render;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.testing.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WeComServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void failsOnAnAnswerThatIsNotTheRobots() {
    peer.answers(200, "<html>Please log in</html>").answersJson("{\"errcode\":\"93000\"}");

    assertThat(send(wecom(), message("x"), "wecom"))
        .isEqualTo(new Outcome.Rejected("the robot answered no JSON: <html>Please log in</html>"));
    assertThat(send(wecom(), message("x"), "wecom")).isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void mentionsPeopleInAText() {
    assertThat(
            sent(
                """
                message: 广州今日天气:29度
                wecom: {mentioned: [wangqing, "@all"], mentionedMobiles: ["13800001111"]}
                """))
        .isEqualTo(
            """
            POST /cgi-bin/webhook/send?key=693a91f6 HTTP/1.1
            Content-Type: application/json

            {"msgtype":"text","text":{"content":"广州今日天气:29度",\
            "mentioned_list":["wangqing","@all"],"mentioned_mobile_list":["13800001111"]}}\
            """);
  }

  @Test
  void saysMarkdownNewsAndCards() {
    assertThat(sent("wecom: {markdown: '实时<font color=\"warning\">132例</font>'}"))
        .endsWith(
            "{\"msgtype\":\"markdown\",\"markdown\":{\"content\":"
                + "\"实时<font color=\\\"warning\\\">132例</font>\"}}");
    assertThat(
            sent("wecom: {articles: [{title: 中秋节, description: d, url: www.qq.com, picurl: p}]}"))
        .endsWith(
            "{\"msgtype\":\"news\",\"news\":{\"articles\":[{\"title\":\"中秋节\","
                + "\"description\":\"d\",\"url\":\"www.qq.com\",\"picurl\":\"p\"}]}}");
    assertThat(sent("wecom: {templateCard: '{\"card_type\":\"text_notice\"}'}"))
        .endsWith(
            "{\"msgtype\":\"template_card\","
                + "\"template_card\":{\"card_type\":\"text_notice\"}}");
  }

  @Test
  void shortensWhatTheRobotWouldRefuse() {
    assertThat(sent("message: '" + "长".repeat(1000) + "'"))
        .contains("\"" + "长".repeat(681) + "…\"");
  }

  @Test
  void failsOnAnErrorCode() {
    peer.answersJson("{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}")
        .answersJson("{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}");

    assertThat(send(wecom(), message("x"), "wecom").toString()).contains("the robot's key");
    assertThat(send(wecom(), message("x"), "wecom")).isInstanceOf(Outcome.Retryable.class);
  }

  private NotificationService wecom() {
    return service("wecom", "wecom", "key: 693a91f6\nurl: " + peer.url("/cgi-bin/webhook/send"));
  }

  private String sent(String template) {
    peer.answersJson("{\"errcode\":0,\"errmsg\":\"ok\"}");
    assertThat(send(wecom(), render(template), "wecom")).isEqualTo(new Outcome.Delivered());
    return peer.received();
  }
}
