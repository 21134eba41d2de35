package io.tocsin.notifier.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.embedded.EmbeddedKubernetes;
import io.tocsin.notifier.Configurations;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DemoTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2021-07-03T12:53:44Z"), ZoneOffset.UTC);

  @Test
  void sendsTheArticlesMessagesToTheByteAndEachOnce() throws IOException, InterruptedException {
    List<DingTalkRobot.Request> requests = new CopyOnWriteArrayList<>();
    StringWriter screen = new StringWriter();
    Story demo =
        Examples.story(
                "dingtalk",
                new Story.Settings(
                    Configurations.reader(),
                    _ -> Configurations.reader(),
                    Map.of(),
                    new Screen(new PrintWriter(screen), false),
                    Duration.ZERO,
                    CLOCK,
                    requests::add))
            .orElseThrow();

    Narrator.Summary summary;
    try (EmbeddedKubernetes api = EmbeddedKubernetes.start()) {
      summary = demo.run(api.kubeconfig(), () -> {});
    }

    assertThat(summary.sent())
        .containsExactly("on-sync-running", "on-sync-succeeded", "on-deployed");
    assertThat(summary.failed()).isEmpty();
    assertThat(summary.heldBack()).isEqualTo(4);
    assertThat(requests)
        .extracting(DingTalkRobot.Request::body)
        .containsExactly(body("Running"), body("Succeeded"), body("Succeeded"));
    assertThat(requests)
        .allSatisfy(
            request -> {
              assertThat(request.method()).isEqualTo("POST");
              assertThat(request.uri().toString())
                  .isEqualTo("/robot/send?access_token=replace-with-the-token-of-your-robot");
              assertThat(request.headers()).containsEntry("Content-type", "application/json");
              assertThat(request.answer()).isEqualTo("{\"errcode\":0,\"errmsg\":\"ok\"}");
            });
    assertThat(screen.toString())
        .contains("6. guestbook: Healthy again")
        .contains("on-deployed to dingtalk: held back, was told before")
        .contains("┃ • app名称: guestbook")
        .contains(
            "┃ • URL: 点击跳转ArgoCD <http://argocd.k8s.local/applications/guestbook?operation=true>");
    assertThat(screen.toString().lines())
        .containsAll(shown("README.md"))
        .containsAll(shown("README.zh-CN.md"));
  }

  /** What a README shows of the demo, at this test's time. */
  private static List<String> shown(String readme) throws IOException {
    List<String> lines =
        Files.readString(Path.of("..", readme))
            .split("```")[1]
            .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", CLOCK.instant().toString())
            .lines()
            .filter(line -> !line.isBlank() && !line.equals("…"))
            .toList();
    assertThat(lines).hasSizeGreaterThan(5);
    return lines;
  }

  private static String body(String phase) {
    return """
        {
            "msgtype": "markdown",
            "markdown": {
                "title":"ArgoCD同步状态",
                "text": "### ArgoCD同步状态\\n> - app名称: guestbook\\n> - app同步状态: %s\\n> - 时间:2021-07-03T12:53:44Z\\n> - URL: [点击跳转ArgoCD](http://argocd.k8s.local/applications/guestbook?operation=true) \\n"
            }
        }
        """
        .formatted(phase);
  }
}
