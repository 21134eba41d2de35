package io.tocsin.notifier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.notifier.Board;
import io.tocsin.notifier.cluster.ControllerOptions;
import io.tocsin.notifier.cluster.NotificationController;
import io.tocsin.notifier.observability.Metrics;
import io.tocsin.notifier.pipeline.PipelineListener;
import io.tocsin.services.http.ExchangeListener;
import io.tocsin.services.spi.ServiceState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of the documentation show what their commands print. */
@Timeout(60)
class PagesTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("(?m)^[$] tocsin (.*)\n((?:(?![$] |```).*\n)*)");
  private static final String[] FILES = {
    "cm.yaml",
    "secret.yaml",
    "guestbook.yaml",
    "events.yaml",
    "kubewatch.yaml",
    "notification.yaml",
    "resources.yaml"
  };

  @TempDir private Path folder;
  private String kubeconfig;

  @ParameterizedTest
  @MethodSource("pages")
  void eachCommandPrintsWhatThePageShows(String name) throws IOException, InterruptedException {
    String page = Files.readString(Path.of("../docs", name));

    String actual = page.contains("-n argocd") ? besideACluster(page) : fromFilesAlone(page);

    Files.writeString(Path.of("target").resolve(Path.of(name).getFileName()), actual);

    assertThat(normal(actual)).isEqualTo(normal(page));
  }

  private String besideACluster(String page) throws IOException, InterruptedException {
    try (Board board = new Board();
        KubernetesClient client = board.client();
        NotificationController controller = controller(client)) {
      prepare(board, controller);
      return printed(page);
    }
  }

  private String fromFilesAlone(String page) throws IOException {
    files("http://127.0.0.1:8080");
    return printed(page);
  }

  private String printed(String page) {
    return EXAMPLE
        .matcher(page)
        .replaceAll(
            example ->
                Matcher.quoteReplacement(
                    "$ tocsin %s\n%s".formatted(example.group(1), run(example.group(1)))));
  }

  private void files(String receiver) throws IOException {
    for (String name : FILES) {
      Files.writeString(folder.resolve(name), text(name).replace("RECEIVER", receiver));
    }
  }

  static Stream<String> pages() throws IOException {
    List<String> names = new ArrayList<>(List.of("../README.md"));
    try (Stream<Path> files = Files.list(Path.of("../docs"))) {
      for (Path file : files.filter(name -> name.toString().endsWith(".md")).sorted().toList()) {
        if (EXAMPLE.matcher(Files.readString(file)).find()) {
          names.add(file.getFileName().toString());
        }
      }
    }
    assertThat(names).contains("command-line.md", "troubleshooting.md");
    return names.stream();
  }

  private void prepare(Board board, NotificationController controller)
      throws IOException, InterruptedException {
    files(board.url());
    kubeconfig = folder.resolve("kubeconfig").toString();
    Files.writeString(Path.of(kubeconfig), board.kubeconfig());
    board.answers(400);
    board.apply(text("cm.yaml"));
    board.apply(text("secret.yaml"));
    controller.start(() -> false);
    controller.lead();
    board.apply(text("guestbook.yaml"));
    board.apply(
        text("guestbook.yaml")
            .replace("name: guestbook", "name: billing")
            .replace("Progressing", "Healthy"));
    await().until(() -> !run("deliveries list -n argocd -o name").isEmpty());
    run("mute guestbook --for 2h --reason 'moving the database' -n argocd");
    board.answers(200);
    await().until(() -> run("explain guestbook -n argocd").contains("muted"));
  }

  private static NotificationController controller(KubernetesClient client) {
    return new NotificationController(
        client,
        ControllerOptions.in("argocd"),
        new NotificationController.Parts(
            Setup.reader(text -> {}, ExchangeListener.NONE),
            Optional.empty(),
            Setup.helpers(),
            ServiceState.NONE,
            new Metrics(Clock.systemUTC()),
            new PipelineListener() {},
            Clock.systemUTC()));
  }

  private String run(String command) {
    List<String> arguments = new ArrayList<>();
    Matcher word = Pattern.compile("'([^']*)'|(\\S+)").matcher(command);
    while (word.find()) {
      String text = word.group(1) == null ? word.group(2) : word.group(1);
      arguments.add(Files.exists(folder.resolve(text)) ? folder.resolve(text).toString() : text);
    }
    if (command.contains("-n argocd")) {
      arguments.add("--kubeconfig");
      arguments.add(kubeconfig);
    }
    Run run = Run.of(arguments.toArray(String[]::new));
    return (run.out() + run.err()).replace(folder + "/", "");
  }

  /** The same without what is another in each run. */
  private static String normal(String page) {
    return page.replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "TIME")
        .replaceAll("\\b[0-9a-f]{12}\\b|\\b[0-9a-f]{8}\\b", "ID")
        .replaceAll("127\\.0\\.0\\.1:\\d+", "RECEIVER")
        .replaceAll("(?m)^Date: .*$", "DATE");
  }

  private static String text(String name) throws IOException {
    try (InputStream stream = PagesTest.class.getResourceAsStream("/troubleshooting/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
