package io.tocsin.notifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.demo.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder of the examples, run as its page says. */
@Timeout(60)
class ExamplesTest {
  private static final Path ROOT = Path.of("../examples");
  private static final Pattern OUTPUT = Pattern.compile("```\\n(.*?)```", Pattern.DOTALL);

  /** Which DemoTest and GitOpsDemoTest play. */
  private static final Set<String> PLAYED_ELSEWHERE = Set.of("dingtalk", "gitops");

  private static List<String> folders() throws IOException {
    try (Stream<Path> files = Files.list(ROOT)) {
      return files
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static List<String> played() throws IOException {
    return folders().stream().filter(folder -> !PLAYED_ELSEWHERE.contains(folder)).toList();
  }

  @Test
  void eachFolderHasAStory() throws IOException {
    assertThat(Examples.names()).containsExactlyInAnyOrderElementsOf(folders());
  }

  @ParameterizedTest
  @MethodSource("folders")
  void eachFolderHasAPageThatSaysHowToRunIt(String folder) throws IOException {
    String page = page(folder);
    assertThat(page.lines().count()).isLessThanOrEqualTo(60);
    assertThat(page)
        .containsAnyOf(
            "\n    ./tocsin demo " + folder + "\n",
            "\n    ./tocsin demo\n",
            "\n    ./tocsin demo --gitops\n");
    assertThat(Files.readString(ROOT.resolve("README.md"))).contains("(" + folder + ")");
  }

  @ParameterizedTest
  @MethodSource("played")
  void whatAPageShowsIsPrinted(String folder) throws IOException {
    Run run = Run.of("demo", folder, "--pause", "0");

    assertThat(run.code()).as(run.out() + run.err()).isZero();
    List<String> shown = shown(page(folder));
    assertThat(shown).isNotEmpty();
    assertThat(run.out().lines().map(String::strip)).containsAll(shown);
  }

  @Test
  void takingOverLeavesTheEntriesOfTheOriginal() {
    Run run = Run.of("demo", "migrate-from-argocd-notifications", "--pause", "0");

    assertThat(run.out())
        .contains(
            "1761998400  0c6f23e1bd4cd2b9a5f5f4a34d4b9c9a0a7be9c4:on-deployed"
                + ":[0].y7b5sbwa2Q329JYH755peeq-fBs:slack:deployments")
        .contains(
            "53e28ff20cc530b9ada2173fbbd64d48338583ba:on-deployed"
                + ":[0].y7b5sbwa2Q329JYH755peeq-fBs:slack:deployments")
        .contains("on-health-degraded:[0].zoG5zUjYGjimkwCGgIQGjx1hO5s:slack:payments");
  }

  @Test
  void anExampleThatThereIsNotIsNamedWithThoseThatThereAre() {
    Run run = Run.of("demo", "slak");

    assertThat(run.code()).isNotZero();
    assertThat(run.err())
        .contains("example 'slak' does not exist", "self-service", "did you mean slack?");
  }

  @Test
  void gitopsIsAnExampleOfItsOwn() {
    Run run = Run.of("demo", "slack", "--gitops");

    assertThat(run.code()).isNotZero();
    assertThat(run.err()).contains("--gitops: is an example of its own, beside slack");
  }

  private static String page(String folder) throws IOException {
    return Files.readString(ROOT.resolve(folder).resolve("README.md"));
  }

  private static List<String> shown(String page) {
    return OUTPUT
        .matcher(page)
        .results()
        .map((MatchResult block) -> block.group(1))
        .flatMap(String::lines)
        .map(String::strip)
        .toList();
  }
}
