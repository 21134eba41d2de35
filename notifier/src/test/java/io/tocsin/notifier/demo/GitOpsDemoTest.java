package io.tocsin.notifier.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.embedded.EmbeddedKubernetes;
import io.tocsin.embedded.real.RealKubernetes;
import io.tocsin.notifier.Configurations;
import io.tocsin.templates.functions.Helpers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@Timeout(90)
class GitOpsDemoTest {
  @Test
  void whatIsPushedIsDeployedAndToldOnTheEmbeddedApi() throws IOException, InterruptedException {
    try (EmbeddedKubernetes api = EmbeddedKubernetes.start()) {
      whatIsPushedIsDeployedAndTold(api.kubeconfig());
    }
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
  void whatIsPushedIsDeployedAndToldOnARealApi() throws IOException, InterruptedException {
    try (RealKubernetes api = RealKubernetes.start(RealKubernetes.assets().orElseThrow())) {
      whatIsPushedIsDeployedAndTold(api.kubeconfig());
    }
  }

  private static void whatIsPushedIsDeployedAndTold(String kubeconfig)
      throws IOException, InterruptedException {
    List<DingTalkRobot.Request> requests = new CopyOnWriteArrayList<>();
    StringWriter screen = new StringWriter();
    Story demo =
        new GitOpsDemo(
            new Story.Settings(
                Configurations.reader(),
                _ -> Configurations.reader(),
                Helpers.variables(Clock.systemUTC()),
                new Screen(new PrintWriter(screen), false),
                Duration.ofMillis(50),
                Clock.systemUTC(),
                requests::add));

    Narrator.Summary summary = demo.run(kubeconfig, () -> {});

    assertThat(summary.failed()).isEmpty();
    assertThat(summary.sent())
        .as(screen::toString)
        .containsExactly(
            "on-sync-running",
            "on-deployed",
            "on-sync-running",
            "on-deployed",
            "on-sync-running",
            "on-sync-running",
            "on-sync-failed",
            "on-sync-running",
            "on-deployed");
    assertThat(requests).hasSize(9).allMatch(DingTalkRobot.Request::taken);
    assertThat(screen.toString())
        .contains("on-deployed to dingtalk: held back, was told before")
        .contains("operation Failed: one or more objects failed to apply")
        .contains("• 提交: image.tag is v1.2.0-hotfix");
  }
}
