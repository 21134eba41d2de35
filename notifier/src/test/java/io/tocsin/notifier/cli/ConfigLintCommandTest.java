package io.tocsin.notifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.config.Yaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ConfigLintCommandTest {
  private static final Path BROKEN = Path.of("src/test/resources/lint/broken");
  private static final Path GOOD = Path.of("src/test/resources/lint/good");

  static Stream<Path> broken() throws IOException {
    try (Stream<Path> files = Files.list(BROKEN)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatIsWrongIsSaidWithItsPlace(Path file) throws IOException {
    Run run = Run.of("config", "lint", file.toString());

    String expected =
        Files.readString(Path.of(file.toString().replaceFirst("\\.yaml$", ".expected")));
    assertThat(run.out().replace(BROKEN + "/", "")).isEqualTo(expected);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(expected.contains(": error: ") ? 2 : 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack.yaml", "email.yaml", "webhooks.yaml", "resources.yaml"})
  void whatIsRightIsLeftAlone(String name) {
    Run run = Run.of("config", "lint", GOOD.resolve(name).toString());

    assertThat(run.out()).startsWith("nothing found: checked 1 ConfigMap").hasLineCount(1);
    assertThat(run.code()).isZero();
  }

  @Test
  void theExampleIsClean() {
    assertThat(Run.of("config", "lint", "../examples/dingtalk").out())
        .isEqualTo("nothing found: checked 1 ConfigMap, 1 Application, 1 AppProject in 3 files\n");
  }

  @Test
  void theDocumentationShowsWhatIsPrinted() {
    String expected = text(BROKEN.resolve("documented.expected")).replace("documented.", "cm.");

    assertThat(text(Path.of("../docs/command-line.md"))).contains(expected.strip().indent(4));
  }

  @Test
  void notesAloneAreNoFailure() {
    Run run = Run.of("config", "lint", "../examples/dingtalk/argocd-notifications-cm.yaml");

    assertThat(run.out()).contains(": note: ").contains("dingtalk-token");
    assertThat(run.code()).isZero();
  }

  @Test
  void githubGetsACommandALine() {
    Run run =
        Run.of("config", "lint", "--format", "github", BROKEN.resolve("once-per.yaml").toString());

    assertThat(run.out().lines().findFirst().orElseThrow())
        .startsWith(
            "::warning file=src/test/resources/lint/broken/once-per.yaml,line=11,col=7,"
                + "title=trigger.on-deployed::oncePer: ");
    assertThat(run.code()).isOne();
  }

  @Test
  void programsGetJson() {
    Run run =
        Run.of("config", "lint", "--format", "json", BROKEN.resolve("selector.yaml").toString());

    Map<String, Object> answer = Yaml.mapping(run.out());
    assertThat(answer).containsEntry("errors", 1L).containsEntry("warnings", 0L);
    assertThat(answer.get("findings"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .singleElement()
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .containsEntry("line", 17L)
        .containsEntry("column", 7L)
        .containsEntry("severity", "error")
        .containsEntry("key", "subscriptions");
  }

  @Test
  void standardInputIsReadAsKustomizePrintsIt() throws IOException {
    InputStream before = System.in;
    String manifests =
        Stream.of("argocd-notifications-cm.yaml", "guestbook.yaml")
            .map(name -> text(Path.of("../examples/dingtalk", name)).replace("on-deployed,", "x,"))
            .reduce((one, other) -> one + "---\n" + other)
            .orElseThrow();
    System.setIn(new ByteArrayInputStream(manifests.getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(Run.of("config", "lint", "-").out())
          .contains("<stdin>:54:35: error: subscriptions: names the trigger 'x'");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void inAFolderOnlyWhatIsOursMustParse(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("values.yaml"), "{{ if .x }}: [");
    Files.writeString(
        folder.resolve("cm.yml"), "kind: ConfigMap\nmetadata: {name: argocd-notifications-cm");
    Files.writeString(folder.resolve("README.md"), "kind: [");

    assertThat(Run.of("config", "lint", folder.toString()).out())
        .contains("cm.yml:2:")
        .contains("1 error: checked nothing in 2 files");
    assertThat(Run.of("config", "lint", folder.resolve("values.yaml").toString()).code())
        .isEqualTo(2);
  }

  @Test
  void whatCannotBeReadIsNamed(@TempDir Path folder) {
    Run run = Run.of("config", "lint", folder.resolve("nowhere.yaml").toString());

    assertThat(run.err()).isEqualTo("tocsin: file " + folder + "/nowhere.yaml does not exist\n");
    assertThat(run.code()).isEqualTo(2);
    assertThat(Run.of("config", "lint").code()).isEqualTo(2);
    assertThat(Run.of("config").code()).isEqualTo(2);
  }

  @Test
  void aTerminalSeesColoursAndNothingThatSteersIt(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("cm.yaml");
    Files.writeString(
        file,
        """
        kind: ConfigMap
        metadata: {name: argocd-notifications-cm}
        data:
          "a\\e[2J": x
        """);
    CommandLine line = Main.commandLine();
    StringWriter out = new StringWriter();
    line.setOut(new PrintWriter(out, true));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.ON));
    line.execute("config", "lint", file.toString());

    assertThat(out.toString())
        .contains("\u001b[1m\u001b[33mwarning\u001b")
        .doesNotContain("\u001b[2J");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
