package io.tocsin.services.dingtalk;

import static io.tocsin.services.testing.Sending.message;
import static io.tocsin.services.testing.Sending.render;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.Notification;
import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.http.ExchangeListener;
import io.tocsin.services.testing.Peer;
import io.tocsin.services.testing.Sending;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DingTalkServiceTest {
  private static final String OK = "{\"errcode\":0,\"errmsg\":\"ok\"}";

  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void saysAMessageAsText() {
    assertThat(sent("", message("guestbook is healthy")))
        .isEqualTo("{\"msgtype\":\"text\",\"text\":{\"content\":\"guestbook is healthy\"}}");
  }

  @Test
  void mentionsPeopleInTheTextToo() {
    assertThat(
            sent(
                "",
                render(
                    """
                    message: 我就是我, 是不一样的烟火
                    dingtalk:
                      at: {mobiles: ["18000000000"], userIds: [user123], all: false}
                    """)))
        .isEqualTo(
            "{\"msgtype\":\"text\",\"text\":{\"content\":\"我就是我, 是不一样的烟火\\n\\n@18000000000"
                + " @user123\"},\"at\":{\"atMobiles\":[\"18000000000\"],\"atUserIds\":[\"user123\"],"
                + "\"isAtAll\":false}}");
  }

  @Test
  void saysMarkdownWhereThereIsATitle() {
    assertThat(
            sent(
                "",
                render(
                    """
                    dingtalk:
                      title: 杭州天气
                      text: "#### 杭州天气\\n> 9度"
                      at: {all: true}
                    """)))
        .isEqualTo(
            "{\"msgtype\":\"markdown\",\"markdown\":{\"title\":\"杭州天气\",\"text\":\"#### 杭州天气\\n> 9度\"},"
                + "\"at\":{\"isAtAll\":true}}");
  }

  @Test
  void saysALink() {
    assertThat(
            sent(
                "",
                render(
                    """
                    dingtalk:
                      title: 时代的火车向前开
                      text: 这个即将发布的新版本
                      messageUrl: https://www.dingtalk.com/
                    """)))
        .isEqualTo(
            "{\"msgtype\":\"link\",\"link\":{\"title\":\"时代的火车向前开\",\"text\":\"这个即将发布的新版本\","
                + "\"messageUrl\":\"https://www.dingtalk.com/\"}}");
  }

  @Test
  void saysACardWithOneButtonOrSeveral() {
    assertThat(
            sent(
                "",
                render("dingtalk: {title: t, text: x, singleTitle: 阅读全文, singleURL: 'https://a'}")))
        .isEqualTo(
            "{\"msgtype\":\"actionCard\",\"actionCard\":{\"title\":\"t\",\"text\":\"x\","
                + "\"singleTitle\":\"阅读全文\",\"singleURL\":\"https://a\"}}");
    assertThat(
            sent(
                "",
                render(
                    """
                    dingtalk:
                      title: t
                      text: x
                      btnOrientation: 0
                      buttons:
                      - {title: 内容不错, actionURL: "https://a/{{.app.metadata.name}}"}
                      - {title: 不感兴趣, actionURL: "https://b"}
                    """)))
        .isEqualTo(
            "{\"msgtype\":\"actionCard\",\"actionCard\":{\"title\":\"t\",\"text\":\"x\","
                + "\"btnOrientation\":\"0\",\"btns\":[{\"title\":\"内容不错\",\"actionURL\":"
                + "\"https://a/guestbook\"},{\"title\":\"不感兴趣\",\"actionURL\":\"https://b\"}]}}");
  }

  @Test
  void saysAFeed() {
    assertThat(
            sent(
                "",
                render(
                    "dingtalk: {links: [{title: t, messageURL: 'https://a', picURL: 'https://p'}]}")))
        .isEqualTo(
            "{\"msgtype\":\"feedCard\",\"feedCard\":{\"links\":[{\"title\":\"t\","
                + "\"messageURL\":\"https://a\",\"picURL\":\"https://p\"}]}}");
  }

  @Test
  void appendsTheKeywordWhereItIsMissing() {
    assertThat(sent("keyword: ArgoCD", message("healthy"))).contains("healthy\\n\\nArgoCD");
    assertThat(sent("keyword: ArgoCD", message("ArgoCD healthy"))).contains("\"ArgoCD healthy\"");
  }

  @Test
  void signsWithTheMomentAndTheSecret() {
    peer.answersJson(OK);

    send(robot("secret: SEC000000000000000000000"), message("x"), "dingtalk");

    assertThat(peer.received())
        .startsWith(
            "POST /robot/send?access_token=t0ken&timestamp=1767323045000"
                + "&sign=1UlByn8ukWC5z5MIyBf39oLM0oOLXXQKmTuHq7C33Fk%3D HTTP/1.1\nContent-Type: application/json\n\n");
  }

  @Test
  void speaksToTheRobotThatTheRecipientNames() {
    peer.answersJson(OK);
    var service =
        service(
            "dingtalk",
            "dingtalk",
            "robots: {ops: {url: '%s'}}".formatted(peer.url("/robot/send?access_token=ops")));

    assertThat(send(service, message("x"), "dingtalk:ops")).isEqualTo(new Outcome.Delivered());
    assertThat(peer.received()).startsWith("POST /robot/send?access_token=ops ");
    assertThat(send(service, message("x"), "dingtalk:dev"))
        .isEqualTo(new Outcome.Rejected("dingtalk has no robot named dev"));
  }

  @Test
  void showsTheExchangeAndNeverTheToken() {
    peer.answersJson("{\"errcode\":300001,\"errmsg\":\"token t0ken is not exist\"}");
    List<String> seen = new ArrayList<>();
    var service =
        service(
            "dingtalk",
            "dingtalk",
            "url: " + peer.url("/robot/send?access_token=t0ken"),
            context -> context.withSecrets(List.of("t0ken")).withListener(listener(seen)));

    Outcome outcome = send(service, message("with t0ken"), "dingtalk");

    assertThat(seen.getFirst())
        .isEqualTo(
            """
            POST /robot/send?access_token=*** HTTP/1.1
            Host: %s
            Content-Type: application/json

            {"msgtype":"text","text":{"content":"with ***"}}"""
                .formatted(peer.authority()));
    assertThat(seen.getLast())
        .startsWith("HTTP/1.1 200 OK\n")
        .endsWith("token *** is not exist\"}");
    assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
    assertThat(outcome.toString()).contains("300001").doesNotContain("t0ken");
  }

  @Test
  void needsARobot() {
    assertThat(Sending.read("dingtalk", "dingtalk", "secret: x").errors())
        .containsExactly("service.dingtalk: url is missing");
  }

  private NotificationService robot(String more) {
    return service(
        "dingtalk", "dingtalk", "url: " + peer.url("/robot/send?access_token=t0ken") + "\n" + more);
  }

  private String sent(String more, Notification notification) {
    peer.answersJson(OK);
    assertThat(send(robot(more), notification, "dingtalk")).isEqualTo(new Outcome.Delivered());
    return peer.received().replaceFirst("(?s).*?\n\n", "");
  }

  private static ExchangeListener listener(List<String> seen) {
    return new ExchangeListener() {
      @Override
      public void request(String service, String text) {
        seen.add(text);
      }

      @Override
      public void response(String service, String text) {
        seen.add(text);
      }
    };
  }
}
