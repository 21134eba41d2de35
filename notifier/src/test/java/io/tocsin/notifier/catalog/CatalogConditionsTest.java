package io.tocsin.notifier.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.Configurations;
import io.tocsin.notifier.cli.Run;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.sample.Sample;
import io.tocsin.triggers.ConditionResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogConditionsTest {
  private static final Configuration CONFIGURATION =
      Configurations.of(Catalog.in(Language.EN).texts());
  private static final String SUBSCRIBED =
      """
        context: "argocdUrl: https://argocd.example.com"
        service.slack: "token: $slack-token"
        subscriptions: "- {recipients: [slack:c], triggers: [on-created, on-deleted, on-deployed,
          on-health-degraded, on-sync-failed, on-sync-running, on-sync-status-unknown, on-sync-succeeded]}"
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void whatHappenedIsTold(Happened happened) {
    Set<String> further =
        switch (happened) {
          case DELETED, UNKNOWN, CREATED -> Set.of("on-deployed", "on-sync-succeeded");
          case DEPLOYED, DEGRADED -> Set.of("on-sync-succeeded");
          default -> Set.of();
        };
    Set<String> expected = new TreeSet<>(further);
    expected.add(happened.trigger());

    for (Sample sample : List.of(happened.singleSource(), happened.severalSources())) {
      assertThat(told(sample)).isEqualTo(expected);
    }
  }

  @Test
  void anApplicationThatHasNoStatusYetIsNoMistake() {
    assertThat(told(Happened.withoutStatus(Happened.CREATED.singleSource())))
        .containsExactly("on-created");
  }

  @Test
  void anOldApplicationIsNotCreated() {
    assertThat(told(Happened.DEPLOYED.singleSource())).doesNotContain("on-created");
  }

  @ParameterizedTest
  @EnumSource
  void theLintFindsNothing(Language language) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("cm.yaml"),
            Catalog.manifest(language)
                + SUBSCRIBED
                + "---\nkind: Secret\nmetadata: {name: argocd-notifications-secret}\n"
                + "stringData: {slack-token: x}\n");

    assertThat(Run.of("config", "lint", file.toString()).out())
        .isEqualTo("nothing found: checked 1 ConfigMap in 1 file\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "revision: 'aaa' | revision: 'bbb'",
        "revisions: ['1.0', 'aaa'], revision: '' | revisions: ['1.0', 'bbb'], revision: ''"
      })
  void aDeploymentIsToldOncePerRevision(String first, String second) throws IOException {
    Path events =
        Files.writeString(
            folder.resolve("events.yaml"),
            Stream.of(
                    event("Healthy", first),
                    event("Progressing", first),
                    event("Healthy", first),
                    event("Progressing", second),
                    event("Healthy", second))
                .reduce((one, other) -> one + "---\n" + other)
                .orElseThrow());
    Path configuration =
        Files.writeString(folder.resolve("cm.yaml"), Catalog.manifest(Language.EN) + SUBSCRIBED);

    Run run =
        Run.of(
            "simulate",
            "--events",
            events.toString(),
            "--config-map",
            configuration.toString(),
            "--secret",
            ":empty");

    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().filter(line -> line.contains(" on-deployed ")))
        .extracting(line -> line.substring(0, "2026-06-01T12:00:00Z".length()))
        .containsExactly("2026-06-01T12:00:00Z", "2026-06-01T12:04:00Z");
    assertThat(run.out().lines().filter(line -> line.contains(" on-sync-succeeded "))).hasSize(2);
    assertThat(run.out().lines().filter(line -> line.contains(" on-created "))).isEmpty();
  }

  private int minute;

  private String event(String health, String revision) {
    String at = "2026-06-01T12:0%d:00Z".formatted(minute++);
    return """
    at: "%s"
    object:
      kind: Application
      metadata: {name: guestbook, namespace: argocd, creationTimestamp: "2026-01-01T00:00:00Z"}
      spec: {source: {repoURL: 'https://github.com/example/guestbook.git'}}
      status:
        reconciledAt: "%1$s"
        health: {status: %s}
        operationState:
          phase: Succeeded
          startedAt: "2026-06-01T11:00:00Z"
          finishedAt: "2026-06-01T11:01:00Z"
          syncResult: {%s}
    """
        .formatted(at, health, revision);
  }

  private static Set<String> told(Sample sample) {
    Map<String, Object> variables = sample.variables(CONFIGURATION);
    Set<String> told = new TreeSet<>();
    CONFIGURATION
        .triggers()
        .forEach(
            (name, trigger) -> {
              ConditionResult result = trigger.evaluate(variables).getFirst();
              assertThat(result.problems()).as(name).isEmpty();
              if (result.triggered()) {
                told.add(name);
              }
            });
    return told;
  }
}
