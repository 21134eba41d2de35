package io.tocsin.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tocsin.image.Container.Running;
import io.tocsin.image.Container.Said;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The image's program, as the image's user, on files that cannot be written. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningImageIT {
  private static final Pattern KUBECONFIG = Pattern.compile("--kubeconfig (/tmp/\\S+)");
  private static final Pattern PORT = Pattern.compile("metrics on port (\\d+)");

  private Container container;
  private Running api;
  private String kubeconfig;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(Container.possible(), "mounting needs root");
    container = new Container(ImageFile.unpacked(), folder);
    api = container.start("api", Map.of(), "/app/tocsin", "demo", "--keep", "--pause", "0");
    kubeconfig = awaited(api, KUBECONFIG);
  }

  @AfterAll
  void stop() throws InterruptedException {
    if (api != null) {
      api.process().destroy();
      api.process().waitFor();
    }
  }

  @Test
  void nothingCanBeWrittenButTmp() throws IOException, InterruptedException {
    Said said =
        container.run(
            Map.of(),
            "/bin/bash",
            "-c",
            "echo $UID; echo x > /tmp/x && echo tmp; echo x > /app/x || echo not app");
    assertThat(said.text()).contains("65532\ntmp\n").contains("Read-only").endsWith("not app\n");
  }

  @Test
  void shortCommandsTakeTheirClassesFromTheArchive() throws IOException, InterruptedException {
    Said said =
        container.run(
            Map.of("TOCSIN_JAVA_OPTS", "-Xlog:class+load"), "/app/tocsin", "template", "--help");
    assertThat(said.text())
        .contains("io.tocsin.notifier.cli.TemplateCommand source: shared objects file");
  }

  @Test
  void controllersTakeJavasOwnClassesFromItsArchive() throws IOException, InterruptedException {
    Said said =
        container.run(
            Map.of("TOCSIN_JAVA_OPTS", "-Xlog:class+load"), "/app/tocsin", "controller", "--help");
    assertThat(said.text()).contains("java.lang.Object source: shared objects file");
  }

  @Test
  void theArticlesCommandSendsAMessage() throws IOException, InterruptedException {
    Said said =
        container.run(
            Map.of(),
            "/app/argocd-notifications",
            "template",
            "notify",
            "app-sync-change",
            "guestbook",
            "--recipient",
            "dingtalk",
            "-n",
            "argocd",
            "--kubeconfig",
            kubeconfig);
    assertThat(said.code()).as(said.text()).isZero();
    assertThat(said.text()).contains("app名称: guestbook").contains("{\"errcode\":0");
  }

  @Test
  void aControllerGetsReadyAndStopsWhenItIsTold() throws IOException, InterruptedException {
    Running controller =
        container.start(
            "controller",
            Map.of(),
            "/app/tocsin",
            "controller",
            "-n",
            "default",
            "--metrics-port",
            "0",
            "--logformat",
            "text",
            "--kubeconfig",
            kubeconfig);
    try {
      URI ready = URI.create("http://127.0.0.1:" + awaited(controller, PORT) + "/readyz");
      await().atMost(Duration.ofSeconds(30)).until(() -> status(ready) == 200);
    } finally {
      controller.process().destroy();
    }
    controller.process().waitFor();
    assertThat(controller.text()).contains("stopping").doesNotContain("level=error");
  }

  private static String awaited(Running running, Pattern wanted) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              Matcher found = wanted.matcher(running.text());
              return found.find() ? found.group(1) : "";
            },
            value -> !value.isEmpty());
  }

  private static int status(URI address) throws InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException _) {
      return 0;
    }
  }
}
