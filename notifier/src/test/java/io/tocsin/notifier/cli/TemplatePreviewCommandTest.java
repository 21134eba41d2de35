package io.tocsin.notifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatePreviewCommandTest {
  private static final Path FOLDER = Path.of("src/test/resources/preview");
  private static final Pattern TAG = Pattern.compile("<([^>]*)>");
  private static final Pattern HARMLESS =
      Pattern.compile(
          "/?(html|head|body|main|section|title|style|h1|h2|small|div|pre|p|table|tr|th|td|hr|b|i|s"
              + "|code)|!DOCTYPE html|html lang=\"en\"|meta [^>]*|div class=\"[a-z]+\""
              + "|div class=\"bar\" style=\"border-color: #[0-9a-fA-F]{6}\"|p class=\"nothing\""
              + "|a rel=\"noopener noreferrer\" href=\"(https?|mailto):[^\"]*\"|/a"
              + "|iframe sandbox=\"\" title=\"the mail\" srcdoc=\"[^\"]*\"|/iframe");

  @TempDir private Path folder;

  @Test
  void theTerminalShowsWhatEachServiceWould() throws IOException {
    Run run = preview("everything");

    assertThat(run.out()).isEqualTo(Files.readString(FOLDER.resolve("terminal.txt")));
    assertThat(run.code()).isZero();
  }

  @Test
  void thePageShowsWhatEachServiceWould() throws IOException {
    Path page = folder.resolve("page.html");

    Run run = preview("everything", "--html", page.toString());

    assertThat(run.out()).isEqualTo("wrote " + page + "\n");
    assertThat(Files.readString(page)).isEqualTo(Files.readString(FOLDER.resolve("page.html")));
  }

  @Test
  void nothingOfAnApplicationIsMarkupInThePage() throws IOException {
    Path page = folder.resolve("page.html");

    Run run =
        preview("everything", FOLDER.resolve("hostile.yaml").toString(), "--html", page.toString());

    assertThat(run.code()).as(run.err()).isZero();
    Matcher tags = TAG.matcher(Files.readString(page));
    List<String> odd = new ArrayList<>();
    while (tags.find()) {
      if (!HARMLESS.matcher(tags.group(1)).matches()) {
        odd.add(tags.group());
      }
    }
    assertThat(odd).isEmpty();
    assertThat(Files.readString(page))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("default-src 'none'")
        .doesNotContain("\u001b", "\u202e");
  }

  @Test
  void nothingOfAnApplicationSteersTheTerminal() {
    Run run = preview("everything", FOLDER.resolve("hostile.yaml").toString());

    assertThat(run.out()).contains("alert(1)").doesNotContain("\u001b", "\u202e");
  }

  @Test
  void theDocumentationShowsWhatIsPrinted() throws IOException {
    Run run =
        Run.of(
            "template",
            "preview",
            "app-sync-change",
            "--config-map",
            "../examples/dingtalk/argocd-notifications-cm.yaml",
            "--secret",
            ":empty");

    assertThat(Files.readString(Path.of("../docs/command-line.md")))
        .contains(run.out().strip().indent(4));
  }

  @Test
  void secretsAreNotShown() {
    assertThat(preview("everything").out()).contains("Key: ***").doesNotContain("xoxb");
  }

  @Test
  void servicesWithoutWordsAreSaidToBeSilent() {
    assertThat(preview("silent").out())
        .contains("telegram\n  (the template says nothing for it)\n");
  }

  @Test
  void aTemplateThatFailsIsAFailure() {
    Run run = preview("failing");

    assertThat(run.code()).isOne();
    assertThat(run.out()).contains("(cannot be rendered: ").contains("nothing");
  }

  @Test
  void aPartThatDoesNotParseIsAFailure() throws IOException {
    Run run = previewOf("slack: {attachments: '[{'}");

    assertThat(run.code()).isOne();
    assertThat(run.out()).contains("(cannot be rendered: attachments is not valid YAML");
  }

  @Test
  void aRequestWithoutBodyIsOneLine() throws IOException {
    assertThat(previewOf("webhook: {hook: {method: POST, body: ''}}").out())
        .isEqualTo("hook (webhook)\n  POST /\n");
  }

  private Run previewOf(String template) throws IOException {
    Path config = folder.resolve("cm.yaml");
    Files.writeString(
        config,
        "kind: ConfigMap\nmetadata: {name: argocd-notifications-cm}\ndata:\n  template.t: \"%s\"\n"
            .formatted(template));
    return Run.of(
        "template", "preview", "t", "--config-map", config.toString(), "--secret", ":empty");
  }

  @Test
  void unknownNamesAreSaidWithWhatThereIs() {
    assertThat(preview("everythin").err())
        .isEqualTo(
            "tocsin: template 'everythin' does not exist (found everything, failing, silent); did"
                + " you mean everything?\n");
  }

  private static Run preview(String... arguments) {
    String config = FOLDER.resolve("config.yaml").toString();
    List<String> all =
        new ArrayList<>(List.of("template", "preview", "--config-map", config, "--secret", config));
    all.addAll(Arrays.asList(arguments));
    return Run.of(all.toArray(String[]::new));
  }
}
