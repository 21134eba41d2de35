package io.tocsin.services.feishu;

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

final class FeishuServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void failsOnAnAnswerThatIsNotTheRobots() {
    peer.answers(200, "<html>Please log in</html>").answersJson("{\"code\":null}");

    assertThat(send(robot("feishu", ""), message("x"), "feishu"))
        .isEqualTo(new Outcome.Rejected("the robot answered no JSON: <html>Please log in</html>"));
    assertThat(send(robot("feishu", ""), message("x"), "feishu"))
        .isEqualTo(new Outcome.Delivered());
  }

  @Test
  void saysAText() {
    assertThat(sent("feishu", "", "message: request example\nfeishu: {at: [ou_18eac8, all]}"))
        .isEqualTo(
            """
            POST /open-apis/bot/v2/hook/abc HTTP/1.1
            Content-Type: application/json

            {"msg_type":"text","content":{"text":"request example\
             <at user_id=\\"ou_18eac8\\"></at> <at user_id=\\"all\\"></at>"}}\
            """);
  }

  @Test
  void signsWithTheMomentAndTheSecret() {
    assertThat(sent("lark", "secret: demo", "message: x"))
        .endsWith(
            "{\"timestamp\":\"1767323045\",\"sign\":\"baskhgdDqWahi1xukxhH3tp8rB6GMUx11jkYQ9hkLlw=\","
                + "\"msg_type\":\"text\",\"content\":{\"text\":\"x\"}}");
  }

  @Test
  void saysAPostWhereThereIsATitle() {
    assertThat(sent("feishu", "", "feishu: {title: 项目更新通知, text: \"a\\nb\", at: [ou_x]}"))
        .endsWith(
            "{\"msg_type\":\"post\",\"content\":{\"post\":{\"zh_cn\":{\"title\":\"项目更新通知\","
                + "\"content\":[[{\"tag\":\"text\",\"text\":\"a\"}],[{\"tag\":\"text\",\"text\":\"b\"}],"
                + "[{\"tag\":\"at\",\"user_id\":\"ou_x\"}]]}}}}");
  }

  @Test
  void saysACard() {
    assertThat(sent("feishu", "", "feishu: {card: '{\"elements\":[]}'}"))
        .endsWith("{\"msg_type\":\"interactive\",\"card\":{\"elements\":[]}}");
    assertThat(sent("feishu", "keyword: argo", "feishu: {msgType: interactive, title: t, text: x}"))
        .endsWith(
            "{\"msg_type\":\"interactive\",\"card\":{\"header\":{\"title\":{\"tag\":\"plain_text\","
                + "\"content\":\"t\"}},\"elements\":[{\"tag\":\"markdown\",\"content\":\"x\\nargo\"}]}}");
  }

  @Test
  void failsOnACode() {
    peer.answersJson(
            "{\"code\":19021,\"msg\":\"sign match fail or timestamp is not within one hour\"}")
        .answersJson("{\"code\":11232,\"msg\":\"frequency limited\"}");

    assertThat(send(robot("feishu", ""), message("x"), "feishu"))
        .isEqualTo(
            new Outcome.Rejected(
                "the robot answered code 19021 (the signature is wrong, or the clock differs by"
                    + " more than an hour): sign match fail or timestamp is not within one hour"));
    assertThat(send(robot("feishu", ""), message("x"), "feishu"))
        .isInstanceOf(Outcome.Retryable.class);
  }

  private NotificationService robot(String type, String more) {
    return service(
        type, type, "token: abc\nurl: " + peer.url("/open-apis/bot/v2/hook/") + "\n" + more);
  }

  private String sent(String type, String more, String template) {
    peer.answersJson("{\"code\":0,\"msg\":\"success\",\"data\":{}}");
    assertThat(send(robot(type, more), render(template), type)).isEqualTo(new Outcome.Delivered());
    return peer.received();
  }
}
