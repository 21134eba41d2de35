package io.tocsin.notifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.Board;
import io.tocsin.notifier.config.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CatalogCommandTest {
  private static final String CONFIG_MAP =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: argocd-notifications-cm, namespace: argocd}
      data:
        context: "argocdUrl: https://argocd.example.com"
        service.slack: "token: $slack-token"
        trigger.on-mine: "- {when: 'true', send: [mine]}"
        template.app-deployed: "message: my own words"
      """;

  @TempDir private Path folder;
  private final Board board = new Board();

  @BeforeEach
  void start() throws IOException {
    board.apply("{apiVersion: v1, kind: Namespace, metadata: {name: argocd}}");
    Files.writeString(folder.resolve("kubeconfig"), board.kubeconfig());
  }

  @AfterEach
  void close() {
    board.close();
  }

  @Test
  void listsInEachFormat() {
    assertThat(Run.of("catalog", "list", "-o", "name").out())
        .startsWith("on-created\non-deleted\non-deployed\n")
        .hasLineCount(8);
    assertThat(Yaml.mapping(Run.of("catalog", "list", "-o", "json").out()))
        .containsKeys("trigger.on-deployed", "template.app-deployed")
        .hasSize(16);
    assertThat(Run.of("catalog", "list", "-o", "yaml", "--language", "zh").out())
        .contains("应用 %s 已部署");
  }

  @Test
  void showsAConfigMapThatCanBeApplied() {
    Run run = Run.of("catalog", "show", "app-deployed", "--services", "slack,email");

    Map<String, Object> data = Yaml.asMapping(Yaml.mapping(run.out()).get("data"));
    assertThat(data).containsOnlyKeys("trigger.on-deployed", "template.app-deployed");
    assertThat(Yaml.mapping(data.get("template.app-deployed").toString()))
        .containsOnlyKeys("message", "slack", "email");
  }

  @Test
  void whatIsNotThereIsNamed() {
    Run name = Run.of("catalog", "show", "on-deployd");
    Run service = Run.of("catalog", "show", "--services", "slak");

    assertThat(name.err()).contains("no 'on-deployd'").endsWith("did you mean on-deployed?\n");
    assertThat(service.err()).contains("for 'slak'").endsWith("did you mean slack?\n");
    assertThat(name.code()).isEqualTo(2);
    assertThat(service.code()).isEqualTo(2);
    assertThat(Run.of("catalog", "show", "--language", "fr").code()).isEqualTo(2);
    assertThat(Run.of("catalog").code()).isEqualTo(2);
  }

  @Test
  void installsForTheServicesThatThereAreAndLeavesWhatPeopleWrote() {
    board.apply(CONFIG_MAP);

    Run run = install();

    assertThat(run.out())
        .contains(
            "template.app-created: added\n",
            "template.app-deployed: left as it is, as it differs from the catalog's; --force"
                + " replaces it\n",
            "trigger.on-deployed: added\n")
        .endsWith(
            "ConfigMap argocd/argocd-notifications-cm: 15 added, 0 extended, 0 replaced,"
                + " 0 the same, 1 left as they are\n");
    assertThat(run.code()).isOne();
    assertThat(data())
        .containsEntry("template.app-deployed", "message: my own words")
        .containsEntry("trigger.on-mine", "- {when: 'true', send: [mine]}");
    assertThat(Yaml.mapping(data().get("template.app-created").toString()))
        .containsOnlyKeys("message", "slack");
  }

  @Test
  void aSecondTimeNothingIsDone() {
    install("on-deployed", "on-sync-failed");

    Run again = install("on-deployed", "on-sync-failed");

    assertThat(again.out())
        .contains("trigger.on-deployed: is there already\n")
        .contains("0 added, 0 extended, 0 replaced, 4 the same, 0 left")
        .doesNotContain("have no links\n".repeat(2));
    assertThat(again.code()).isZero();
    assertThat(data()).hasSize(4);
  }

  @Test
  void whatNobodyChangedIsExtendedByFurtherServices() {
    install("on-deployed", "--services", "slack");

    Run run = install("on-deployed", "--services", "email");

    assertThat(run.out()).contains("template.app-deployed: extended by further services\n");
    assertThat(run.code()).isZero();
    assertThat(Yaml.mapping(data().get("template.app-deployed").toString()))
        .containsOnlyKeys("message", "slack", "email");
  }

  @Test
  void forceReplacesWhatDiffers() {
    board.apply(CONFIG_MAP);

    Run run = install("on-deployed", "--force", "--language", "zh");

    assertThat(run.out())
        .contains("template.app-deployed: replaced\n", "1 added, 0 extended, 1 re");
    assertThat(run.code()).isZero();
    assertThat(data().get("template.app-deployed").toString()).contains("已部署");
  }

  @Test
  void aDryRunPrintsAndWritesNothing() {
    Run run = install("on-deployed", "--dry-run");

    assertThat(run.out())
        .contains("nothing was written; it would be 2 added")
        .contains("its key context has no argocdUrl: messages will have no links\n")
        .contains("\n---\napiVersion: v1\n")
        .contains("template.app-deployed: |\n");
    assertThat(board.list("ConfigMap")).isEmpty();
  }

  @Test
  void aNamespaceThatIsNotThereIsNamed() {
    Run run = run("catalog", "install", "-n", "argcd");

    assertThat(run.err()).isEqualTo("tocsin: there is no namespace argcd\n");
    assertThat(run.code()).isOne();
  }

  private Run install(String... arguments) {
    return run(
        Stream.concat(Stream.of("catalog", "install", "-n", "argocd"), Stream.of(arguments))
            .toArray(String[]::new));
  }

  private Run run(String... arguments) {
    return Run.of(
        Stream.concat(
                Stream.of(arguments),
                Stream.of("--kubeconfig", folder.resolve("kubeconfig").toString()))
            .toArray(String[]::new));
  }

  private Map<String, Object> data() {
    return Yaml.asMapping(board.list("ConfigMap").getFirst().get("data"));
  }
}
