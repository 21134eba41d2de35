package io.tocsin.notifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResourceOptionTest {
  @TempDir private Path folder;

  private String configMap;
  private String job;

  @BeforeEach
  void setUp() throws IOException {
    configMap =
        file(
            "cm.yaml",
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: argocd-notifications-cm}
            data:
              resource.job: '{group: batch, resource: jobs, variable: job}'
              resource.broken: '{kind: Job, selector: a in}'
              service.console: '{}'
              trigger.on-failed: |
                - {when: job.status.failed > 0, send: [failed]}
                - {when: event == 'deleted', send: [failed]}
              template.failed: 'message: "{{.job.metadata.name}} failed {{.job.status.failed}} times"'
              subscriptions: '- {recipients: [console], triggers: [on-failed], resources: [job]}'
            """);
    job =
        file(
            "job.yaml",
            """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: import, namespace: shop}
            status: {failed: 2}
            """);
  }

  @Test
  void aTriggerIsRunOnAnObjectOfAnyKind() {
    assertThat(run("trigger", "run", "on-failed", job, "--resource", "job").out())
        .isEqualToNormalizingNewlines(
            """
            CONDITION              RESULT
            job.status.failed > 0  true
            event == 'deleted'     false
            """);
  }

  @Test
  void aTemplateIsSentAboutAnObjectOfAnyKind() {
    assertThat(run("template", "notify", "failed", job, "--resource", "job").out())
        .contains("import failed 2 times");
  }

  @Test
  void anObjectOfAnyKindIsExplained() {
    assertThat(run("explain", job, "--resource", "job").out())
        .startsWith("Job shop/import\n")
        .contains("✓ true:  job.status.failed > 0\n")
        .contains("about what happens: told at each change that it is true of, not of this look");
  }

  @Test
  void whatIsNoSuchObjectIsSaid() {
    assertThat(run("explain", configMap, "--resource", "job").err())
        .isEqualToIgnoringNewLines("tocsin: file " + configMap + " has no jobs.batch");
    assertThat(run("explain", job, "--resource", "jobb").err())
        .isEqualToIgnoringNewLines(
            "tocsin: resource 'jobb' does not exist (found job); did you mean job?");
    assertThat(run("explain", job, "--resource", "broken").err())
        .startsWith("tocsin: resource.broken: has a selector that does not parse, 'a in': ");
  }

  private Run run(String... arguments) {
    String[] all = new String[arguments.length + 4];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--config-map";
    all[arguments.length + 1] = configMap;
    all[arguments.length + 2] = "--secret";
    all[arguments.length + 3] = ":empty";
    return Run.of(all);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
